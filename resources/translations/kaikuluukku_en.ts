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
        <source>%n visit(s) dated afresh: the clock had been wrong</source>
        <translation>
            <numerusform>%n visit dated afresh: the clock had been wrong</numerusform>
            <numerusform>%n visits dated afresh: the clock had been wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskPart</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogueWords</name>
    <message numerus="yes">
        <source>The register had lost work of this desk: %n sent again</source>
        <translation>
            <numerusform>The register had lost work of this desk: %n sent again</numerusform>
            <numerusform>The register had lost work of this desk: %n sent again</numerusform>
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
        <source>%n record(s) of this desk wait to be sent.</source>
        <translation>
            <numerusform>%n record of this desk waits to be sent.</numerusform>
            <numerusform>%n records of this desk wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n thing(s) need a hand</source>
        <translation>
            <numerusform>%n thing needs a hand</numerusform>
            <numerusform>%n things need a hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n visit(s) written.</source>
        <translation>
            <numerusform>%n visit written.</numerusform>
            <numerusform>%n visits written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to the file.</source>
        <translation>
            <numerusform>%n record written to the file.</numerusform>
            <numerusform>%n records written to the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) taken in. They are sent with the next sync.</source>
        <translation>
            <numerusform>%n record taken in. It is sent with the next sync.</numerusform>
            <numerusform>%n records taken in. They are sent with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were here before.</source>
        <translation>
            <numerusform>%n record was here before.</numerusform>
            <numerusform>%n records were here before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) saved.</source>
        <translation>
            <numerusform>%n visit saved.</numerusform>
            <numerusform>%n visits saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) came from the operation log; they wait to be sent.</source>
        <translation>
            <numerusform>%n item came from the operation log; it waits to be sent.</numerusform>
            <numerusform>%n items came from the operation log; they wait to be sent.</numerusform>
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
        <source>%n unsent item(s) taken in from data that was set aside.</source>
        <translation>
            <numerusform>%n unsent item taken in from data that was set aside.</numerusform>
            <numerusform>%n unsent items taken in from data that was set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) in the settings file could not be understood.</source>
        <translation>
            <numerusform>%n setting in the settings file could not be understood.</numerusform>
            <numerusform>%n settings in the settings file could not be understood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded item(s) could not be saved.</source>
        <translation>
            <numerusform>%n recorded item could not be saved.</numerusform>
            <numerusform>%n recorded items could not be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeBand</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message numerus="yes">
        <source>%n ticket(s) left of {total}</source>
        <translation>
            <numerusform>%n ticket left of {total}</numerusform>
            <numerusform>%n tickets left of {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) in all</source>
        <translation>
            <numerusform>Each card: %n time in all</numerusform>
            <numerusform>Each card: %n times in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a day</source>
        <translation>
            <numerusform>Each card: %n time a day</numerusform>
            <numerusform>Each card: %n times a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a calendar year</source>
        <translation>
            <numerusform>Each card: %n time a calendar year</numerusform>
            <numerusform>Each card: %n times a calendar year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a school year</source>
        <translation>
            <numerusform>Each card: %n time a school year</numerusform>
            <numerusform>Each card: %n times a school year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a term</source>
        <translation>
            <numerusform>Each card: %n time a term</numerusform>
            <numerusform>Each card: %n times a term</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s)</source>
        <translation>
            <numerusform>Each card: %n time</numerusform>
            <numerusform>Each card: %n times</numerusform>
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
        <source>Record the %n ready row(s)</source>
        <translation>
            <numerusform>Record the %n ready row</numerusform>
            <numerusform>Record the %n ready rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were keyed for another offer or day, and stay so.</source>
        <translation>
            <numerusform>%n row was keyed for another offer or day, and stays so.</numerusform>
            <numerusform>%n rows were keyed for another offer or day, and stay so.</numerusform>
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
        <source>%n row(s) need a look.</source>
        <translation>
            <numerusform>%n row needs a look.</numerusform>
            <numerusform>%n rows need a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPrintPanel</name>
    <message numerus="yes">
        <source>Pages of %n line(s)</source>
        <translation>
            <numerusform>Pages of %n line</numerusform>
            <numerusform>Pages of %n lines</numerusform>
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
    <name>RegisterStep</name>
    <message numerus="yes">
        <source>%n card(s) are here.</source>
        <translation>
            <numerusform>%n card is here.</numerusform>
            <numerusform>%n cards are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) so far</source>
        <translation>
            <numerusform>%n card so far</numerusform>
            <numerusform>%n cards so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message numerus="yes">
        <source>%n card(s) written to the file.</source>
        <translation>
            <numerusform>%n card written to the file.</numerusform>
            <numerusform>%n cards written to the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) imported.</source>
        <translation>
            <numerusform>%n card imported.</numerusform>
            <numerusform>%n cards imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectionsPage</name>
    <message numerus="yes">
        <source>The register has accepted %n that were sent again.</source>
        <translation>
            <numerusform>The register has accepted %n that was sent again.</numerusform>
            <numerusform>The register has accepted %n that were sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send all %n again</source>
        <translation>
            <numerusform>Send %n again</numerusform>
            <numerusform>Send all %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the %n marked</source>
        <translation>
            <numerusform>Withdraw the %n marked</numerusform>
            <numerusform>Withdraw the %n marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw all %n</source>
        <translation>
            <numerusform>Withdraw %n</numerusform>
            <numerusform>Withdraw all %n</numerusform>
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
        <source>%n more come up as these are settled.</source>
        <translation>
            <numerusform>%n more comes up as these are settled.</numerusform>
            <numerusform>%n more come up as these are settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsWords</name>
    <message numerus="yes">
        <source>Counted: %n visit(s) waiting for the register&apos;s answer.</source>
        <translation>
            <numerusform>Counted: %n visit waiting for the register&apos;s answer.</numerusform>
            <numerusform>Counted: %n visits waiting for the register&apos;s answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, %n on a card that could not be looked up.</source>
        <translation>
            <numerusform>Of these, %n on a card that could not be looked up.</numerusform>
            <numerusform>Of these, %n on cards that could not be looked up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n visit(s) refused by the register.</source>
        <translation>
            <numerusform>Not counted: %n visit refused by the register.</numerusform>
            <numerusform>Not counted: %n visits refused by the register.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n visit(s) taken back.</source>
        <translation>
            <numerusform>Not counted: %n visit taken back.</numerusform>
            <numerusform>Not counted: %n visits taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n need(s) a hand</source>
        <translation>
            <numerusform>%n needs a hand</numerusform>
            <numerusform>%n need a hand</numerusform>
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
