<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClockWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit date(s) corrected: the clock was wrong</source>
        <translation>
            <numerusform>%n visit date corrected: the clock was wrong</numerusform>
            <numerusform>%n visit dates corrected: the clock was wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskPart</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n record(s) sent again: missing from the register</source>
        <translation>
            <numerusform>%n record sent again: it was missing from the register</numerusform>
            <numerusform>%n records sent again: they were missing from the register</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n record(s) made between {first} and {last} are lost: visits, withdrawals, notes or your own offers. An older copy of this desk&apos;s data was restored before they were sent, so neither the desk nor the register has them. Compare the pages Visits and Offers with your own notes and paper forms, and record again what is missing.</source>
        <translation>
            <numerusform>At least %n record made between {first} and {last} is lost: a visit, a withdrawal, a note or your own offer. An older copy of this desk&apos;s data was restored before it was sent, so neither the desk nor the register has it. Compare the pages Visits and Offers with your own notes and paper forms, and record again what is missing.</numerusform>
            <numerusform>At least %n records made between {first} and {last} are lost: visits, withdrawals, notes or your own offers. An older copy of this desk&apos;s data was restored before they were sent, so neither the desk nor the register has them. Compare the pages Visits and Offers with your own notes and paper forms, and record again what is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n unsent record(s) made between {first} and {last} are no longer in this desk&apos;s data. An older copy of it was restored, or it was deleted. The program looks for them in the register with the next sync.</source>
        <translation>
            <numerusform>At least %n unsent record made between {first} and {last} is no longer in this desk&apos;s data. An older copy of the data was restored, or it was deleted. The program looks for the record in the register with the next sync.</numerusform>
            <numerusform>At least %n unsent records made between {first} and {last} are no longer in this desk&apos;s data. An older copy of the data was restored, or it was deleted. The program looks for the records in the register with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notice about %n missing record(s) is no longer shown.</source>
        <translation>
            <numerusform>The notice about %n missing record is no longer shown.</numerusform>
            <numerusform>The notice about %n missing records is no longer shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) missing</source>
        <translation>
            <numerusform>%n record missing</numerusform>
            <numerusform>%n records missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubleUseNotice</name>
    <message numerus="yes">
        <source>%n visit(s) with a card that another desk used too, while the desks could not reach each other. See To resolve.</source>
        <translation>
            <numerusform>%n visit with a card that another desk used too, while the desks could not reach each other. See To resolve.</numerusform>
            <numerusform>%n visits with a card that another desk used too, while the desks could not reach each other. See To resolve.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierVisits</name>
    <message numerus="yes">
        <source>%n earlier visit(s)</source>
        <translation>
            <numerusform>%n earlier visit</numerusform>
            <numerusform>%n earlier visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolmentStep</name>
    <message numerus="yes">
        <source>%n record(s) from this desk waiting to be sent.</source>
        <translation>
            <numerusform>%n record from this desk is waiting to be sent.</numerusform>
            <numerusform>%n records from this desk are waiting to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n record(s) to resolve</source>
        <translation>
            <numerusform>%n record to resolve</numerusform>
            <numerusform>%n records to resolve</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n visit(s) saved.</source>
        <translation>
            <numerusform>%n visit saved.</numerusform>
            <numerusform>%n visits saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) saved in the file.</source>
        <translation>
            <numerusform>%n record saved in the file.</numerusform>
            <numerusform>%n records saved in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported. They are sent with the next sync.</source>
        <translation>
            <numerusform>%n record imported. It is sent with the next sync.</numerusform>
            <numerusform>%n records imported. They are sent with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were already on this desk.</source>
        <translation>
            <numerusform>%n record was already on this desk.</numerusform>
            <numerusform>%n records were already on this desk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register too old: %n day(s)</source>
        <translation>
            <numerusform>Register too old: %n day</numerusform>
            <numerusform>Register too old: %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n day(s) old</source>
        <translation>
            <numerusform>Register %n day old</numerusform>
            <numerusform>Register %n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n hour(s) old</source>
        <translation>
            <numerusform>Register %n hour old</numerusform>
            <numerusform>Register %n hours old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) in the settings file could not be understood.</source>
        <translation>
            <numerusform>%n setting in the settings file could not be understood.</numerusform>
            <numerusform>%n settings in the settings file could not be understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeBand</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeighbourWords</name>
    <message numerus="yes">
        <source>%n other desk(s) connected.</source>
        <translation>
            <numerusform>%n other desk connected.</numerusform>
            <numerusform>%n other desks connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other desk(s)</source>
        <translation>
            <numerusform>%n other desk</numerusform>
            <numerusform>%n other desks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message numerus="yes">
        <source>%n of {total} tickets left</source>
        <translation>
            <numerusform>%n of {total} tickets left</numerusform>
            <numerusform>%n of {total} tickets left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card in total</source>
        <translation>
            <numerusform>%n time per card in total</numerusform>
            <numerusform>%n times per card in total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per day</source>
        <translation>
            <numerusform>%n time per card per day</numerusform>
            <numerusform>%n times per card per day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per calendar year</source>
        <translation>
            <numerusform>%n time per card per calendar year</numerusform>
            <numerusform>%n times per card per calendar year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per school year</source>
        <translation>
            <numerusform>%n time per card per school year</numerusform>
            <numerusform>%n times per card per school year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per term</source>
        <translation>
            <numerusform>%n time per card per term</numerusform>
            <numerusform>%n times per card per term</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card</source>
        <translation>
            <numerusform>%n time per card</numerusform>
            <numerusform>%n times per card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>within %n month</numerusform>
            <numerusform>within %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperEntryPanel</name>
    <message numerus="yes">
        <source>Record %n ready row(s)</source>
        <translation>
            <numerusform>Record %n ready row</numerusform>
            <numerusform>Record %n ready rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) belong to another offer or date.</source>
        <translation>
            <numerusform>%n row belongs to another offer or date.</numerusform>
            <numerusform>%n rows belong to another offer or date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) recorded.</source>
        <translation>
            <numerusform>%n row recorded.</numerusform>
            <numerusform>%n rows recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) need checking.</source>
        <translation>
            <numerusform>%n row needs checking.</numerusform>
            <numerusform>%n rows need checking.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPrintPanel</name>
    <message numerus="yes">
        <source>Pages (%n line(s) each)</source>
        <translation>
            <numerusform>Pages (%n line each)</numerusform>
            <numerusform>Pages (%n lines each)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>About %n second left</numerusform>
            <numerusform>About %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryWords</name>
    <message numerus="yes">
        <source>%n unsent record(s) imported from the old data.</source>
        <translation>
            <numerusform>%n unsent record imported from the old data.</numerusform>
            <numerusform>%n unsent records imported from the old data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) recovered.</source>
        <translation>
            <numerusform>%n visit recovered.</numerusform>
            <numerusform>%n visits recovered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) recovered from the operation log and waiting to be sent.</source>
        <translation>
            <numerusform>%n record was recovered from the operation log and is waiting to be sent.</numerusform>
            <numerusform>%n records were recovered from the operation log and are waiting to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be recovered.</source>
        <translation>
            <numerusform>%n record could not be recovered.</numerusform>
            <numerusform>%n records could not be recovered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made before {last} could not be recovered.</source>
        <translation>
            <numerusform>%n record made before {last} could not be recovered.</numerusform>
            <numerusform>%n records made before {last} could not be recovered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made between {first} and {last} could not be recovered.</source>
        <translation>
            <numerusform>%n record made between {first} and {last} could not be recovered.</numerusform>
            <numerusform>%n records made between {first} and {last} could not be recovered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterStep</name>
    <message numerus="yes">
        <source>%Ln card(s) downloaded.</source>
        <translation>
            <numerusform>%Ln card downloaded.</numerusform>
            <numerusform>%Ln cards downloaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) so far</source>
        <translation>
            <numerusform>%Ln card so far</numerusform>
            <numerusform>%Ln cards so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message numerus="yes">
        <source>%Ln card(s) saved in the file.</source>
        <translation>
            <numerusform>%Ln card saved in the file.</numerusform>
            <numerusform>%Ln cards saved in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) imported.</source>
        <translation>
            <numerusform>%Ln card imported.</numerusform>
            <numerusform>%Ln cards imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectionDetails</name>
    <message numerus="yes">
        <source>Select all %n with this reason</source>
        <translation>
            <numerusform>Select the %n with this reason</numerusform>
            <numerusform>Select all %n with this reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)?</source>
        <translation>
            <numerusform>Withdraw %n visit?</numerusform>
            <numerusform>Withdraw %n visits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)</source>
        <translation>
            <numerusform>Withdraw %n visit</numerusform>
            <numerusform>Withdraw %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectionsPage</name>
    <message numerus="yes">
        <source>The register accepted %n record(s) that you sent again.</source>
        <translation>
            <numerusform>The register accepted %n record that you sent again.</numerusform>
            <numerusform>The register accepted %n records that you sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) selected</source>
        <translation>
            <numerusform>%n record selected</numerusform>
            <numerusform>%n records selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsWords</name>
    <message numerus="yes">
        <source>Included: %n visit(s) that the register has not confirmed yet.</source>
        <translation>
            <numerusform>Included: %n visit that the register has not confirmed yet.</numerusform>
            <numerusform>Included: %n visits that the register has not confirmed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, recorded from the card alone: %n</source>
        <translation>
            <numerusform>Of these, recorded from the card alone: %n.</numerusform>
            <numerusform>Of these, recorded from the card alone: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not included: %n rejected visit(s).</source>
        <translation>
            <numerusform>Not included: %n rejected visit.</numerusform>
            <numerusform>Not included: %n rejected visits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not included: %n withdrawn visit(s).</source>
        <translation>
            <numerusform>Not included: %n withdrawn visit.</numerusform>
            <numerusform>Not included: %n withdrawn visits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n to resolve</source>
        <translation>
            <numerusform>%n to resolve</numerusform>
            <numerusform>%n to resolve</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message numerus="yes">
        <source>%n holder(s)</source>
        <translation>
            <numerusform>%n holder</numerusform>
            <numerusform>%n holders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grandchild(ren)</source>
        <translation>
            <numerusform>%n grandchild</numerusform>
            <numerusform>%n grandchildren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s)</source>
        <translation>
            <numerusform>%n assistant</numerusform>
            <numerusform>%n assistants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) under {age}</source>
        <translation>
            <numerusform>%n client under {age}</numerusform>
            <numerusform>%n clients under {age}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>Holder and up to %n child(ren) under {age}</source>
        <translation>
            <numerusform>Holder and up to %n child under {age}</numerusform>
            <numerusform>Holder and up to %n children under {age}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worker and up to %n client(s) under {community_age}</source>
        <translation>
            <numerusform>Worker and up to %n client under {community_age}</numerusform>
            <numerusform>Worker and up to %n clients under {community_age}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
</TS>
