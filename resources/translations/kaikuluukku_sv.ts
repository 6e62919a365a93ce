<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>AboutPart</name>
    <message>
        <source>About</source>
        <translation>Om programmet</translation>
    </message>
    <message>
        <source>Free software under the European Union Public Licence 1.2. Qt and PySide6 are used under the GNU LGPL 3; the font is Inter, under the SIL Open Font License 1.1.</source>
        <translation>Fri programvara under Europeiska unionens öppna licens (EUPL) 1.2. Qt och PySide6 används under GNU LGPL 3; typsnittet är Inter, under SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliotek och deras licenser</translation>
    </message>
    <message>
        <source>Version {version} is available. {notes} Download it from {address}.</source>
        <translation>En ny version är tillgänglig: {version}. {notes} Den finns på {address}.</translation>
    </message>
    <message>
        <source>The list of new versions is older than one received earlier.</source>
        <translation>Listan över nya versioner är äldre än en som kommit tidigare.</translation>
    </message>
    <message>
        <source>The list of new versions was valid until {day}.</source>
        <translation>Listan över nya versioner gällde till {day}.</translation>
    </message>
    <message>
        <source>Newer lists may be blocked on the network. Tell your IT support.</source>
        <translation>Någon i nätverket kan hindra nyare listor från att nå fram. Kontakta it‑stödet.</translation>
    </message>
</context>
<context>
    <name>AppearancePart</name>
    <message>
        <source>Language and appearance</source>
        <translation>Språk och utseende</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Färger</translation>
    </message>
    <message>
        <source>System uses this computer&apos;s own setting.</source>
        <translation>Alternativet System följer datorns inställning.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textstorlek</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ljus</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörk</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hög kontrast</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Dölj meddelandet</translation>
    </message>
</context>
<context>
    <name>BreakdownView</name>
    <message>
        <source>Copy the table</source>
        <translation>Kopiera tabellen</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Kaikuluukku {version} on {system}.</source>
        <translation>Kaikuluukku {version}, {system}.</translation>
    </message>
    <message>
        <source>The key and the token are stored in this system&apos;s keyring.</source>
        <translation>Nyckeln och åtkomsttoken finns i systemets nyckelring.</translation>
    </message>
    <message>
        <source>The key and the token are stored in a file, as the administrator chose: {path}.</source>
        <translation>Nyckeln och åtkomsttoken finns i en fil som administratören har valt: {path}.</translation>
    </message>
    <message>
        <source>The library that reads codes (zbar) is installed.</source>
        <translation>Biblioteket som läser koder finns på plats.</translation>
    </message>
    <message>
        <source>The zbar library is missing, so the camera cannot read codes.</source>
        <translation>Biblioteket zbar saknas: kameran läser inga koder.</translation>
    </message>
    <message>
        <source>Install libzbar0 on Debian and Ubuntu, zbar from Homebrew on macOS, or Microsoft&apos;s Visual C++ 2013 redistributable on Windows.</source>
        <translation>Installera libzbar0 på Debian och Ubuntu, zbar med Homebrew på Mac, och Microsofts Visual C++ 2013-paket på Windows.</translation>
    </message>
    <message>
        <source>Cameras: {names}.</source>
        <translation>Kameror: {names}.</translation>
    </message>
    <message>
        <source>No camera is connected. Scan cards with a scanner or type their numbers.</source>
        <translation>Ingen kamera är ansluten; korten skrivs in eller läses med läsare.</translation>
    </message>
    <message>
        <source>The folder {path} is writable and has {free} MB free.</source>
        <translation>Det går att skriva i {path}; ledigt utrymme: {free} MB.</translation>
    </message>
    <message>
        <source>Only {free} MB of disk space is free at {path}.</source>
        <translation>Det finns bara {free} MB ledigt utrymme i {path}.</translation>
    </message>
    <message>
        <source>Free up disk space: visits cannot be recorded on a full disk.</source>
        <translation>Frigör utrymme: på en full disk kan inga besök registreras.</translation>
    </message>
    <message>
        <source>The folder {path} is not managed by a cloud service and is not on a network.</source>
        <translation>Mappen {path} hanteras inte av någon molntjänst och ligger inte på en nätverksdisk.</translation>
    </message>
    <message>
        <source>{keeper} manages the folder {path} and can restore older files or lock them.</source>
        <translation>Mappen {path} hanteras av {keeper}, som kan återställa gamla filer eller låsa dem.</translation>
    </message>
    <message>
        <source>Close the program, move the folder to this computer&apos;s own disk, and start the program with --home and the new folder.</source>
        <translation>Stäng programmet, flytta mappen till datorns egen disk och starta programmet med --home och den nya mappen.</translation>
    </message>
    <message>
        <source>The database and the operation log are intact and agree.</source>
        <translation>Databasen och registreringsloggen är hela och stämmer överens.</translation>
    </message>
    <message>
        <source>Records are missing from this desk&apos;s data. {what}</source>
        <translation>Registreringar saknas i luckans uppgifter. {what}</translation>
    </message>
    <message>
        <source>Find out what restores older files (a cloud service, a backup), and keep the desk&apos;s folder out of it. The command kaikuluukku acknowledge confirms that you have read this.</source>
        <translation>Ta reda på vad som återställer äldre filer (en molntjänst, en säkerhetskopiering) och undanta luckans mapp. Kommandot kaikuluukku acknowledge bekräftar att du har läst detta.</translation>
    </message>
    <message>
        <source>The desk exchanges nothing with other desks.</source>
        <translation>Luckan utbyter inga uppgifter med andra luckor.</translation>
    </message>
    <message>
        <source>Other desks that answer on the local network: {there} of {of}.</source>
        <translation>Av de andra luckorna svarar {there} av {of} i det lokala nätet.</translation>
    </message>
    <message>
        <source>None of the {of} other desks answers on the local network.</source>
        <translation>Ingen av de andra luckorna ({of}) svarar i det lokala nätet.</translation>
    </message>
    <message>
        <source>Check that they are on, that this network and the firewalls let TCP port 47113 through, and enter their addresses in the settings.</source>
        <translation>Kontrollera att de är på och att nätet och brandväggarna släpper igenom TCP-port 47113, och ange deras adresser i inställningarna.</translation>
    </message>
    <message>
        <source>The register knows of no other desk to exchange with.</source>
        <translation>Registret känner inte till någon annan lucka att utbyta uppgifter med.</translation>
    </message>
    <message>
        <source>Turn on “Other desks on the network” at every desk, and sync each of them twice.</source>
        <translation>Slå på ”Andra luckor i nätet” vid varje lucka och skicka och hämta två gånger vid var och en.</translation>
    </message>
    <message>
        <source>The data was repaired on {day}: {what}</source>
        <translation>Uppgifterna reparerades {day}: {what}</translation>
    </message>
    <message>
        <source>Sync once, compare the page Visits with your own notes from that day, and record missing visits again.</source>
        <translation>Skicka och hämta en gång. Jämför sedan sidan Besök med era egna anteckningar från den dagen och registrera de besök som saknas på nytt.</translation>
    </message>
    <message>
        <source>No desk is enrolled in {path} yet.</source>
        <translation>Det finns ännu ingen lucka i {path}.</translation>
    </message>
    <message>
        <source>Enrol it with an activation code from Kaikukeskus.</source>
        <translation>Ta luckan i bruk med en aktiveringskod från Kaikukeskus.</translation>
    </message>
    <message>
        <source>The desk is enrolled for {venue}.</source>
        <translation>Luckan har tagits i bruk: {venue}.</translation>
    </message>
    <message>
        <source>The clock agrees with the register&apos;s time.</source>
        <translation>Klockan stämmer med registrets.</translation>
    </message>
    <message>
        <source>The clock has run steadily since the last time check with the register.</source>
        <translation>Klockan har gått jämnt sedan registret senast angav tiden.</translation>
    </message>
    <message>
        <source>{wrong}.</source>
        <translation>{wrong}.</translation>
    </message>
    <message>
        <source>{mend}</source>
        <translation>{mend}</translation>
    </message>
    <message>
        <source>This computer&apos;s clock has jumped, so the program does not trust it.</source>
        <translation>Datorns klocka har ändrats oväntat och går inte att lita på.</translation>
    </message>
    <message>
        <source>Set the clock, then sync once to check it against the register&apos;s time.</source>
        <translation>Ställ klockan rätt och välj Skicka och hämta nu: registret anger då tiden.</translation>
    </message>
    <message>
        <source>The register is reached through the proxy {proxy}.</source>
        <translation>Registret nås via proxyn {proxy}.</translation>
    </message>
    <message>
        <source>No proxy is in use.</source>
        <translation>Ingen proxy används.</translation>
    </message>
    <message>
        <source>The register responds at {address}.</source>
        <translation>Registret svarar: {address}.</translation>
    </message>
    <message>
        <source>The register has not recognised this desk for two days.</source>
        <translation>Registret har inte känt igen den här luckan på två dagar.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for a new activation code, and enrol the desk again. Everything recorded here is kept.</source>
        <translation>Be Kaikukeskus om en ny aktiveringskod och ta luckan i bruk på nytt. Allt som har registrerats här sparas.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate is valid until {day}.</source>
        <translation>Registrets certifikat gäller till {day}.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate expires on {day}.</source>
        <translation>Registrets certifikat går ut {day}.</translation>
    </message>
    <message>
        <source>Ask the operator of the register to renew the certificate.</source>
        <translation>Meddela registrets administratör: certifikatet måste förnyas.</translation>
    </message>
    <message>
        <source>The register runs on this computer, so no certificate is needed.</source>
        <translation>Registret finns på den här datorn: inget certifikat behövs.</translation>
    </message>
    <message>
        <source>Behind a proxy, the certificate is checked on each connection.</source>
        <translation>Bakom en proxy kontrolleras certifikatet vid varje anrop.</translation>
    </message>
    <message>
        <source>This desk&apos;s copy of the register is from {day}, {time}.</source>
        <translation>Registret på den här datorn är från {day} kl. {time}.</translation>
    </message>
    <message>
        <source>This desk&apos;s copy of the register is old. It is from {day}, {time}.</source>
        <translation>Registret på den här datorn är gammalt, från {day} kl. {time}.</translation>
    </message>
    <message>
        <source>Connect this computer to a network and sync once.</source>
        <translation>Anslut datorn till ett nätverk och hämta registret (Skicka och hämta nu).</translation>
    </message>
    <message>
        <source>The register has not been downloaded yet.</source>
        <translation>Registret har inte hämtats än.</translation>
    </message>
    <message>
        <source>Visits and changes waiting to be sent: {pending}.</source>
        <translation>Besök och ändringar som väntar på att skickas: {pending}.</translation>
    </message>
    <message>
        <source>This desk&apos;s data is used only on this computer.</source>
        <translation>Den här luckans uppgifter används bara på den här datorn.</translation>
    </message>
    <message>
        <source>On {day}, the register noticed that this desk&apos;s data is in use in two places or that an old copy was restored.</source>
        <translation>Registret märkte {day} att den här luckans uppgifter används på två ställen eller att en gammal kopia har återställts.</translation>
    </message>
    <message>
        <source>If the data was copied to another computer, enrol that computer as a separate desk.</source>
        <translation>Om uppgifterna har kopierats till en annan dator ska den tas i bruk som en egen lucka.</translation>
    </message>
    <message>
        <source>Records that the register rejected: {attention}.</source>
        <translation>Registreringar som registret har avvisat: {attention}.</translation>
    </message>
    <message>
        <source>Resolve them on the page To resolve, or list them with the command queue.</source>
        <translation>Red ut dem på sidan Att reda ut eller visa dem med kommandot queue.</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Open Settings, Time &amp; language, Date &amp; time, and choose “Sync now”.</source>
        <translation>Öppna Inställningar, Tid och språk, Datum och tid, och välj ”Synkronisera nu”.</translation>
    </message>
    <message>
        <source>Open System Settings, General, Date &amp; Time, and let it set date and time automatically.</source>
        <translation>Öppna Systeminställningar, Allmänt, Datum och tid, och låt datum och tid ställas in automatiskt.</translation>
    </message>
    <message>
        <source>Open the system&apos;s settings, Date &amp; Time, and turn on automatic time, or ask your IT support to run “timedatectl set-ntp true”.</source>
        <translation>Öppna Datum och tid i systemets inställningar och slå på automatisk tid, eller be it‑stödet köra ”timedatectl set-ntp true”.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock looks wrong</source>
        <translation>Datorns klocka verkar gå fel</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead</source>
        <translation>Datorns klocka går {span} före</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} behind</source>
        <translation>Datorns klocka går {span} efter</translation>
    </message>
    <message>
        <source>Visits are dated using the register&apos;s time.</source>
        <translation>Besöken dateras enligt registrets tid.</translation>
    </message>
    <message>
        <source>The date has been corrected: the clock showed {when}.</source>
        <translation>Dateringen har rättats: klockan visade {when}.</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n timme</numerusform>
            <numerusform>%n timmar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minuter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit date(s) corrected: the clock was wrong</source>
        <translation>
            <numerusform>Dateringen av %n besök rättades: klockan hade gått fel</numerusform>
            <numerusform>Dateringen av %n besök rättades: klockan hade gått fel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>The original visit is kept and marked as replaced. Its date does not change.</source>
        <translation>Den ursprungliga registreringen finns kvar som ersatt. Dagen ändras inte.</translation>
    </message>
    <message>
        <source>The original visit is kept and marked as replaced.</source>
        <translation>Den ursprungliga registreringen finns kvar som ersatt.</translation>
    </message>
    <message>
        <source>Correct the visit</source>
        <translation>Rätta registreringen</translation>
    </message>
    <message>
        <source>Date of the visit</source>
        <translation>Besöksdag</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Leave this empty if the card was right.</source>
        <translation>Lämna tomt om kortet var rätt.</translation>
    </message>
    <message>
        <source>Show the old number</source>
        <translation>Visa det gamla numret</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Spara rättelsen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Recorded as {number}. Scan or type</source>
        <translation>Registrerat {number}. Läs eller skriv</translation>
    </message>
</context>
<context>
    <name>CounterPart</name>
    <message>
        <source>At the counter</source>
        <translation>Vid luckan</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Snabbläge</translation>
    </message>
    <message>
        <source>Scanning a card records the holder&apos;s ticket at once if nothing has to be decided. For other cards, press Enter. Ctrl+Z undoes the last record. F7 turns express mode on or off.</source>
        <translation>När kortet läses registreras innehavarens biljett genast, om inget behöver väljas. Andra kort registreras med Enter. Ctrl+Z ångrar. På sidan Biljettlucka slår F7 på och av snabbläget.</translation>
    </message>
    <message>
        <source>Clear the screen after</source>
        <translation>Töm skärmen efter</translation>
    </message>
    <message>
        <source>A recorded card, or one that gets no ticket, disappears from the screen. A card that needs your decision stays five times as long.</source>
        <translation>Ett registrerat kort och ett kort som inte ger någon biljett försvinner från skärmen. Om kortet väntar på ditt beslut är tiden fem gånger så lång.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo. Try {family} (3 children), {community} (community), {expired} (expired), {unknown} (not in the register).</source>
        <translation>Demo. Prova {family} (3 barn), {community} (gemenskapens kort), {expired} (har gått ut), {unknown} (finns inte i registret).</translation>
    </message>
    <message>
        <source>The register&apos;s console: {address} (login {login}, password {password}, one-time code {code}).</source>
        <translation>Registrets konsol: {address} (användarnamn {login}, lösenord {password}, engångskod {code}).</translation>
    </message>
</context>
<context>
    <name>DemoCards</name>
    <message>
        <source>Valid, no children</source>
        <translation>Giltigt, inga barn</translation>
    </message>
    <message>
        <source>Valid, one child</source>
        <translation>Giltigt, ett barn</translation>
    </message>
    <message>
        <source>Valid, three children</source>
        <translation>Giltigt, tre barn</translation>
    </message>
    <message>
        <source>Valid, from another area, five children</source>
        <translation>Giltigt, från ett annat område, fem barn</translation>
    </message>
    <message>
        <source>Community card</source>
        <translation>Gemenskapens Kaikukort</translation>
    </message>
    <message>
        <source>Valid, digits only, two children</source>
        <translation>Giltigt, bara siffror, två barn</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Tillfälligt ur bruk</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>Inte längre i bruk</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Har gått ut</translation>
    </message>
    <message>
        <source>Not valid before tomorrow</source>
        <translation>Gäller först i morgon</translation>
    </message>
    <message>
        <source>Local card of this area, one child</source>
        <translation>Lokalt kort för det här området, ett barn</translation>
    </message>
    <message>
        <source>Local card of another area</source>
        <translation>Lokalt kort för ett annat område</translation>
    </message>
    <message>
        <source>No courses left this year</source>
        <translation>Har använt årets kurser</translation>
    </message>
    <message>
        <source>Today is its last day</source>
        <translation>I dag är sista dagen</translation>
    </message>
    <message>
        <source>Today is its first day</source>
        <translation>I dag är första dagen</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>Kortet finns inte i registret</translation>
    </message>
    <message>
        <source>Kaikuluukku demo cards</source>
        <translation>Kaikuluukkus demokort</translation>
    </message>
    <message>
        <source>These are not real cards and give no right to tickets. They work only with the demo register. Print them at full size and cut along the marks, or scan them from the screen.</source>
        <translation>De här korten är inte riktiga: man får inga biljetter med dem. De fungerar i demoregistret. Skriv ut i full storlek och klipp längs märkena, eller läs koderna direkt från skärmen.</translation>
    </message>
    <message>
        <source>DEMO · not a real card</source>
        <translation>DEMO · inte ett riktigt kort</translation>
    </message>
</context>
<context>
    <name>DeskPart</name>
    <message>
        <source>This desk and the register</source>
        <translation>Den här luckan och registret</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Skicka och hämta nu</translation>
    </message>
    <message>
        <source>Enrol again…</source>
        <translation>Ta luckan i bruk på nytt…</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>This desk is not enrolled yet.</source>
        <translation>Den här luckan har inte tagits i bruk ännu.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Lucka</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Tagen i bruk</translation>
    </message>
    <message>
        <source>Register address</source>
        <translation>Registrets adress</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Anslutning</translation>
    </message>
    <message>
        <source>Register update</source>
        <translation>Registrets uppdatering</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln kort</numerusform>
            <numerusform>%Ln kort</numerusform>
        </translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
</context>
<context>
    <name>DiagnosisPart</name>
    <message>
        <source>If something does not work</source>
        <translation>Om något inte fungerar</translation>
    </message>
    <message>
        <source>A diagnosis file helps your administrator find the fault. It describes this computer and the program, contains no card numbers, names, keys or tokens, and is not sent anywhere.</source>
        <translation>En diagnos är en fil för administratören med uppgifter om datorn och programmet. Den innehåller inga kortnummer, koder, nycklar eller namn, och den skickas inte någonstans av sig själv.</translation>
    </message>
    <message>
        <source>Save diagnosis file…</source>
        <translation>Spara en diagnos…</translation>
    </message>
    <message>
        <source>kaikuluukku-diagnosis.zip</source>
        <translation>kaikuluukku-diagnos.zip</translation>
    </message>
    <message>
        <source>Save diagnosis file</source>
        <translation>Spara en diagnos</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Sparad: {file}</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>This desk is enrolled for {venue}.</source>
        <translation>Luckan har tagits i bruk: {venue}.</translation>
    </message>
    <message>
        <source>Recorded: {tickets}. Visit ID: {id}</source>
        <translation>Registrerat: {tickets}. Besökets id: {id}</translation>
    </message>
    <message>
        <source>The visit has been withdrawn.</source>
        <translation>Registreringen har återkallats.</translation>
    </message>
    <message>
        <source>Done. The history is kept.</source>
        <translation>Ärendet är utrett. Uppgifterna om det finns kvar.</translation>
    </message>
    <message>
        <source>PIN of this desk:</source>
        <translation>Luckans PIN-kod:</translation>
    </message>
    <message>
        <source>The default values are used for them: see the page Settings.</source>
        <translation>För dem används standardvärdena: se sidan Inställningar.</translation>
    </message>
    <message>
        <source>There is nothing to send, so no file was written.</source>
        <translation>Inget väntar på att skickas, så ingen fil sparades.</translation>
    </message>
    <message>
        <source>This desk keeps them too and sends them when it can.</source>
        <translation>De väntar på att skickas även här.</translation>
    </message>
    <message>
        <source>Repeat the passphrase:</source>
        <translation>Samma lösenfras igen:</translation>
    </message>
    <message>
        <source>Passphrase for the file:</source>
        <translation>Filens lösenfras:</translation>
    </message>
    <message>
        <source>The PIN has been removed. If the window is locked, press Enter to unlock it.</source>
        <translation>PIN-koden har tagits bort. Ett låst fönster låses nu upp med Enter.</translation>
    </message>
    <message>
        <source>Key to this desk&apos;s data:</source>
        <translation>Nyckeln till den här luckans uppgifter:</translation>
    </message>
    <message>
        <source>The key has been restored. Start the program as usual.</source>
        <translation>Nyckeln är på plats igen. Starta programmet som vanligt.</translation>
    </message>
</context>
<context>
    <name>DoubleUseNotice</name>
    <message numerus="yes">
        <source>%n visit(s) with a card that another desk used too, while the desks could not reach each other. See To resolve.</source>
        <translation>
            <numerusform>Kortet för %n besök användes också vid en annan lucka när luckorna inte hade kontakt med varandra. Se sidan Att reda ut.</numerusform>
            <numerusform>Korten för %n besök användes också vid en annan lucka när luckorna inte hade kontakt med varandra. Se sidan Att reda ut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierVisits</name>
    <message numerus="yes">
        <source>%n earlier visit(s)</source>
        <translation>
            <numerusform>%n tidigare besök</numerusform>
            <numerusform>%n tidigare besök</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Restore {visit}</source>
        <translation>Återställ {visit}</translation>
    </message>
    <message>
        <source>Undo {visit}</source>
        <translation>Ångra {visit}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>One moment…</source>
        <translation>Ett ögonblick…</translation>
    </message>
</context>
<context>
    <name>EnrolmentStep</name>
    <message>
        <source>Enrol this desk</source>
        <translation>Ta luckan i bruk</translation>
    </message>
    <message>
        <source>Your venue has an activation code from Kaikukeskus or from your administrator. Scan its QR code, or type the details from the letter. The code links this desk to your venue.</source>
        <translation>Ni har fått en aktiveringskod av Kaikukeskus eller er administratör. Läs QR-koden eller skriv koden som står i brevet. Då vet registret vilken aktörs besök som registreras här.</translation>
    </message>
    <message>
        <source>Contacting the register…</source>
        <translation>Frågar registret…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ta i bruk</translation>
    </message>
    <message>
        <source>Ticket desk 1</source>
        <translation>Biljettlucka 1</translation>
    </message>
    <message>
        <source>This is not an activation code. Scan the code in the letter.</source>
        <translation>Det här är ingen aktiveringskod. Läs koden i brevet.</translation>
    </message>
    <message>
        <source>The code was read. Check the address, then select Enrol.</source>
        <translation>Koden är läst. Kontrollera adressen och ta luckan i bruk.</translation>
    </message>
    <message>
        <source>You are now:</source>
        <translation>Den här luckan registrerar för:</translation>
    </message>
    <message>
        <source>This desk records for:</source>
        <translation>Den här luckan registrerar för:</translation>
    </message>
    <message>
        <source>Each visit is counted for the venue whose event or service is chosen. Check that all the venues below are right before you continue.</source>
        <translation>Besöket räknas för den aktör vars evenemang eller tjänst har valts. Kontrollera innan ni fortsätter att alla aktörer nedan stämmer.</translation>
    </message>
    <message>
        <source>Everything that this desk records is counted for the venue below. Check that it is yours before you continue.</source>
        <translation>Allt som registreras vid den här luckan räknas som besök hos aktören nedan. Kontrollera att det är er aktör innan ni fortsätter.</translation>
    </message>
    <message>
        <source>Enrol anyway</source>
        <translation>Ta i bruk ändå</translation>
    </message>
    <message>
        <source>Not my venue: use another code</source>
        <translation>Fel aktör: använd en annan kod</translation>
    </message>
    <message>
        <source>Use another code</source>
        <translation>Använd en annan kod</translation>
    </message>
    <message>
        <source>Register address</source>
        <translation>Registrets adress</translation>
    </message>
    <message>
        <source>Starts with https://</source>
        <translation>Börjar med https://</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Aktiveringskod</translation>
    </message>
    <message>
        <source>12 letters and digits. The code works once.</source>
        <translation>Tolv bokstäver och siffror. Koden fungerar bara en gång.</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Luckans namn</translation>
    </message>
    <message>
        <source>Helps you tell your desks apart.</source>
        <translation>Så att du skiljer den från de andra.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) from this desk waiting to be sent.</source>
        <translation>
            <numerusform>%n registrering från den här luckan väntar på att skickas.</numerusform>
            <numerusform>%n registreringar från den här luckan väntar på att skickas.</numerusform>
        </translation>
    </message>
    <message>
        <source>At another venue they are held back. Send them first if you can.</source>
        <translation>Hos en annan aktör hålls de kvar. Skicka dem först om du kan.</translation>
    </message>
    <message>
        <source>Check the address and the connection, and try again.</source>
        <translation>Kontrollera adressen och anslutningen och försök igen.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Vänta en stund och försök igen.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>This desk does not know that offer.</source>
        <translation>Ett sådant evenemang eller en sådan tjänst finns inte vid den här luckan.</translation>
    </message>
    <message>
        <source>Sync to update the offers, or check the ID.</source>
        <translation>Hämta utbudet från registret eller kontrollera id:t.</translation>
    </message>
    <message>
        <source>The program cannot open a window: no display was found.</source>
        <translation>Fönstret kan inte öppnas: det finns ingen skärm.</translation>
    </message>
    <message>
        <source>To work without a window, give a command. Use --help to list the commands.</source>
        <translation>Ange ett kommando, så behövs inget fönster. --help visar alla kommandon.</translation>
    </message>
    <message>
        <source>The offer needs a Finnish name.</source>
        <translation>Evenemanget eller tjänsten måste ha ett namn på finska.</translation>
    </message>
    <message>
        <source>Enter a name in Finnish, and check the times and numbers.</source>
        <translation>Ange ett namn och kontrollera tiderna och antalen.</translation>
    </message>
    <message>
        <source>The name is too long or contains an invisible character.</source>
        <translation>Namnet är för långt eller innehåller ett osynligt tecken.</translation>
    </message>
    <message>
        <source>Type the name instead of copying it from elsewhere.</source>
        <translation>Skriv namnet själv, kopiera det inte någon annanstans ifrån.</translation>
    </message>
    <message>
        <source>This desk has no visit with that ID.</source>
        <translation>Ett sådant besök har inte registrerats vid den här luckan.</translation>
    </message>
    <message>
        <source>Check the visit ID.</source>
        <translation>Kontrollera besökets id.</translation>
    </message>
    <message>
        <source>This visit has already been withdrawn.</source>
        <translation>Registreringen har redan återkallats.</translation>
    </message>
    <message>
        <source>You do not need to do anything.</source>
        <translation>Inget mer behöver göras.</translation>
    </message>
    <message>
        <source>The last valid day printed on the card is missing.</source>
        <translation>Den sista giltighetsdagen på kortet saknas.</translation>
    </message>
    <message>
        <source>Read it from the card and enter it.</source>
        <translation>Läs den på kortet och ange den också.</translation>
    </message>
    <message>
        <source>This venue cannot record cards that are not in the register.</source>
        <translation>Den här aktören kan inte registrera kort som inte finns i registret.</translation>
    </message>
    <message>
        <source>Connect to the internet to update the register, then try again.</source>
        <translation>Uppdatera registret via internet och försök igen.</translation>
    </message>
    <message>
        <source>This is not a transfer file of Kaikuluukku.</source>
        <translation>Filen är inte en överföringsfil från Kaikuluukku.</translation>
    </message>
    <message>
        <source>Nothing was imported. Try the passphrase again, or save a new file at the other desk.</source>
        <translation>Inget lästes in. Försök med lösenfrasen igen eller spara en ny fil vid den andra luckan.</translation>
    </message>
    <message>
        <source>Nothing was imported. Import the file at a desk of that venue.</source>
        <translation>Inget lästes in. Ta filen till en av den aktörens luckor.</translation>
    </message>
    <message>
        <source>That date is in the past.</source>
        <translation>Den dagen är redan förbi.</translation>
    </message>
    <message>
        <source>Choose today or a later date.</source>
        <translation>Välj dagens datum eller ett senare.</translation>
    </message>
    <message>
        <source>This desk is not enrolled with the register.</source>
        <translation>Den här luckan har inte tagits i bruk.</translation>
    </message>
    <message>
        <source>Enrol it with an activation code from Kaikukeskus.</source>
        <translation>Ta luckan i bruk med en aktiveringskod från Kaikukeskus.</translation>
    </message>
    <message>
        <source>The register no longer accepts this desk.</source>
        <translation>Registret godkänner inte längre den här luckan.</translation>
    </message>
    <message>
        <source>Enrol it again with a new activation code. Everything recorded here is kept.</source>
        <translation>Ta luckan i bruk på nytt med en ny aktiveringskod. Det som har registrerats här finns kvar.</translation>
    </message>
    <message>
        <source>This desk&apos;s data cannot be used: {path}.</source>
        <translation>Luckans uppgifter kan inte användas: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Ask your IT support for help.</source>
        <translation>Inget skrevs över. Be it‑stödet om hjälp.</translation>
    </message>
    <message>
        <source>The disk is full: {path}.</source>
        <translation>Disken är full: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Free up disk space and try again.</source>
        <translation>Inget registrerades. Frigör utrymme på disken och försök igen.</translation>
    </message>
    <message>
        <source>The program cannot write to its data folder: {path}.</source>
        <translation>Det går inte att skriva i datamappen: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the folder&apos;s permissions.</source>
        <translation>Inget registrerades. Kontrollera rättigheterna till mappen.</translation>
    </message>
    <message>
        <source>Another program is using this desk&apos;s data: {path}.</source>
        <translation>Ett annat program använder luckans uppgifter: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Close the other program and try again.</source>
        <translation>Inget registrerades. Stäng det andra programmet och försök igen.</translation>
    </message>
    <message>
        <source>This desk&apos;s data is damaged: {path}.</source>
        <translation>Luckans uppgifter är skadade: {path}.</translation>
    </message>
    <message>
        <source>The stored key does not open this desk&apos;s data: {path}.</source>
        <translation>Nyckeln öppnar inte luckans uppgifter: {path}.</translation>
    </message>
    <message>
        <source>Nothing was sent. The usual cause is a wrong computer clock, or a network that asks you to sign in. Somebody may also be intercepting the connection: if the clock is right, use another network or tell your IT support.</source>
        <translation>Inget skickades. Ofta går datorns klocka fel, eller så kräver nätverket att man först loggar in. Någon kan också avlyssna anslutningen: om klockan går rätt, byt nätverk eller kontakta it‑stödet.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Start the program again: it keeps the damaged file and recovers what can be read.</source>
        <translation>Inget skrevs över. Starta programmet på nytt: det lägger den skadade filen åt sidan och räddar det som går att läsa.</translation>
    </message>
    <message>
        <source>Did you mean {meant}?</source>
        <translation>Menade du {meant}?</translation>
    </message>
    <message>
        <source>The visit can no longer be restored: its day is over.</source>
        <translation>Registreringen kan inte längre återställas: dagen är över.</translation>
    </message>
    <message>
        <source>Record the visit again with its own date.</source>
        <translation>Registrera besöket på nytt med dess egen dag.</translation>
    </message>
    <message>
        <source>Write one line of at most 500 characters, without card numbers.</source>
        <translation>Skriv en rad på högst 500 tecken, utan kortnummer.</translation>
    </message>
    <message>
        <source>The fee is missing: for this offer it varies.</source>
        <translation>Avgiften saknas: den varierar för det här evenemanget eller den här tjänsten.</translation>
    </message>
    <message>
        <source>Ask for the fee and enter it.</source>
        <translation>Fråga efter avgiften och ange den också.</translation>
    </message>
    <message>
        <source>This offer was not added by this desk&apos;s venue: {offer}.</source>
        <translation>Luckans aktör har inte själv lagt till det här: {offer}.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus to change the offer in the register.</source>
        <translation>Be Kaikukeskus ändra uppgifterna i registret.</translation>
    </message>
    <message>
        <source>The register&apos;s time differs greatly from this computer&apos;s.</source>
        <translation>Registrets tid avviker mycket från datorns tid.</translation>
    </message>
    <message>
        <source>Nothing is sent until the right time is known. Try again in a minute.</source>
        <translation>Inget skickas förrän det är klart vilken tid som stämmer. Försök igen om en minut.</translation>
    </message>
    <message>
        <source>The date {day} is in the future.</source>
        <translation>Datumet {day} ligger i framtiden.</translation>
    </message>
    <message>
        <source>Enter the date on which the tickets were given.</source>
        <translation>Ange dagen då biljetterna gavs.</translation>
    </message>
    <message>
        <source>The date {day} is too long ago: the limit is 400 days.</source>
        <translation>Datumet {day} ligger för långt tillbaka: gränsen är 400 dagar.</translation>
    </message>
    <message>
        <source>This is a HEIC photo, which the program cannot read: {path}.</source>
        <translation>Det här är ett HEIC-foto, som programmet inte kan läsa: {path}.</translation>
    </message>
    <message>
        <source>Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send it as a message and save the picture from there.</source>
        <translation>Spara det som JPEG: på en iPhone Inställningar, Kamera, Format, Mest kompatibelt, eller skicka bilden i ett meddelande och spara den därifrån.</translation>
    </message>
    <message>
        <source>This is a PDF, not a picture: {path}.</source>
        <translation>Det här är en PDF, inte en bild: {path}.</translation>
    </message>
    <message>
        <source>Open it, take a screenshot of the code, and save that as PNG.</source>
        <translation>Öppna den, ta en skärmbild av koden och spara den som PNG.</translation>
    </message>
    <message>
        <source>This is a drawing (SVG), not a picture: {path}.</source>
        <translation>Det här är en teckning (SVG), inte en bild: {path}.</translation>
    </message>
    <message>
        <source>Open it in a browser, take a screenshot, and save that as PNG.</source>
        <translation>Öppna den i en webbläsare, ta en skärmbild och spara den som PNG.</translation>
    </message>
    <message>
        <source>This is a folder, not a picture: {path}.</source>
        <translation>Det här är en mapp, inte en bild: {path}.</translation>
    </message>
    <message>
        <source>Give the pictures in the folder, all at once if you like.</source>
        <translation>Ange bilderna i mappen, gärna alla på en gång.</translation>
    </message>
    <message>
        <source>Stopped: the file was not saved.</source>
        <translation>Avbrutet: filen sparades inte.</translation>
    </message>
    <message>
        <source>An older file with that name has not changed.</source>
        <translation>En tidigare fil med samma namn är oförändrad.</translation>
    </message>
    <message>
        <source>Saving the file failed.</source>
        <translation>Det gick inte att spara filen.</translation>
    </message>
    <message>
        <source>No visits are lost. Try again, or choose a shorter period. If it fails again, ask your IT support for help.</source>
        <translation>Inget besök har gått förlorat. Försök igen eller välj färre dagar. Om sparandet avbryts igen, be it‑stödet om hjälp.</translation>
    </message>
    <message>
        <source>The key to this desk&apos;s data is missing: {path}.</source>
        <translation>Nyckeln till den här luckans uppgifter har försvunnit: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. If the folder was moved or copied, move it back: its key is there. Otherwise, restore the key with restore-key, or enrol again with --set-aside. The old data is kept.</source>
        <translation>Inget skrevs över. Om mappen har flyttats eller kopierats hit, flytta tillbaka den: nyckeln finns där. Återställ annars nyckeln med restore-key, eller ta luckan i bruk på nytt med --set-aside: de gamla uppgifterna finns kvar.</translation>
    </message>
    <message>
        <source>This desk&apos;s data has no key on this computer: the folder {path} was moved or copied from {made_in}.</source>
        <translation>Nyckeln till den här luckans uppgifter finns inte här: mappen {path} har flyttats eller kopierats från {made_in}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. The key does not follow the folder to another computer or user: move the folder back, or restore the key into this keyring with restore-key. Otherwise, enrol again with --set-aside. The old data is kept.</source>
        <translation>Inget skrevs över. Nyckeln följer inte med till en annan dator eller användare: flytta tillbaka mappen eller återställ nyckeln i den här nyckelringen med restore-key. Ta annars luckan i bruk på nytt med --set-aside: de gamla uppgifterna finns kvar.</translation>
    </message>
    <message>
        <source>The data comes from a newer version of Kaikuluukku: {path}.</source>
        <translation>Uppgifterna har sparats av en nyare version: {path}.</translation>
    </message>
    <message>
        <source>Install the latest version of Kaikuluukku.</source>
        <translation>Installera den senaste versionen av Kaikuluukku.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring cannot be used.</source>
        <translation>Datorns nyckelring kan inte användas.</translation>
    </message>
    <message>
        <source>Unlock the keyring, or install one. On a computer without a keyring, an administrator can use a file: --secrets file:PATH.</source>
        <translation>Lås upp eller installera en nyckelring. På en dator utan nyckelring kan administratören välja en fil: --secrets file:SÖKVÄG.</translation>
    </message>
    <message>
        <source>The register cannot be reached.</source>
        <translation>Registret kan inte nås.</translation>
    </message>
    <message>
        <source>Nothing is lost. Keep working: records are sent when the connection is back.</source>
        <translation>Inget går förlorat. Fortsätt arbeta: allt skickas när anslutningen fungerar igen.</translation>
    </message>
    <message>
        <source>The register is busy.</source>
        <translation>Registret är överbelastat.</translation>
    </message>
    <message>
        <source>Nothing is lost. The program tries again automatically.</source>
        <translation>Inget går förlorat. Programmet försöker igen av sig självt.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>För många försök.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try the code again.</source>
        <translation>Vänta några minuter och försök med koden igen.</translation>
    </message>
    <message>
        <source>The answer did not come from the register.</source>
        <translation>Något annat än registret svarade.</translation>
    </message>
    <message>
        <source>Check the address, and check whether the network asks you to sign in.</source>
        <translation>Kontrollera adressen och om nätet först vill att du loggar in.</translation>
    </message>
    <message>
        <source>A setting from the register cannot be read.</source>
        <translation>En inställning från registret går inte att läsa.</translation>
    </message>
    <message>
        <source>The earlier one stays in force. Contact Kaikukeskus, or update the program.</source>
        <translation>Den tidigare gäller fortfarande. Kontakta Kaikukeskus eller uppdatera programmet.</translation>
    </message>
    <message>
        <source>The register&apos;s address is not safe to use.</source>
        <translation>Registrets adress är inte säker att använda.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Adressen ska börja med https://.</translation>
    </message>
    <message>
        <source>The network is asking you to sign in.</source>
        <translation>En inloggningssida svarade i stället för registret.</translation>
    </message>
    <message>
        <source>Open a web browser, sign in to the network, then try again.</source>
        <translation>Öppna en webbläsare och logga in på nätet, fortsätt sedan.</translation>
    </message>
    <message>
        <source>The register&apos;s address redirects to another address.</source>
        <translation>Registrets adress leder någon annanstans.</translation>
    </message>
    <message>
        <source>The answer was too large to come from the register.</source>
        <translation>Svaret var för stort för att komma från registret.</translation>
    </message>
    <message>
        <source>The answer was ignored. Check the register address.</source>
        <translation>Det användes inte. Kontrollera registrets adress.</translation>
    </message>
    <message>
        <source>Records from this desk waiting to be sent: {waiting}.</source>
        <translation>Registreringar från den här luckan väntar på att skickas: {waiting}.</translation>
    </message>
    <message>
        <source>Enrol anyway? At another venue they are held back. (--yes)</source>
        <translation>Ta i bruk ändå? Hos en annan aktör hålls de kvar. (--yes)</translation>
    </message>
    <message>
        <source>The data from the register did not end.</source>
        <translation>Uppgifterna från registret tog aldrig slut.</translation>
    </message>
    <message>
        <source>The data received is used. The download continues automatically.</source>
        <translation>Det som kom används. Hämtningen fortsätter av sig själv.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate cannot be trusted.</source>
        <translation>Registrets certifikat går inte att lita på.</translation>
    </message>
    <message>
        <source>The certificate file cannot be used.</source>
        <translation>Filen med certifikat kan inte användas.</translation>
    </message>
    <message>
        <source>Check the path, and check that the file contains PEM certificates.</source>
        <translation>Kontrollera sökvägen och att filen innehåller PEM-certifikat.</translation>
    </message>
    <message>
        <source>The network proxy blocked the connection.</source>
        <translation>Nätets proxy släpper inte fram luckan till registret.</translation>
    </message>
    <message>
        <source>Ask your IT support to allow this computer to connect to the register.</source>
        <translation>Be it‑stödet öppna anslutningen till registret.</translation>
    </message>
    <message>
        <source>What was sent is too large for the register.</source>
        <translation>Det som skickades är för stort för registret.</translation>
    </message>
    <message>
        <source>Nothing is lost. Report this to the developers of Kaikuluukku.</source>
        <translation>Inget går förlorat. Meddela programmets utvecklare.</translation>
    </message>
    <message>
        <source>The translations for one language are missing.</source>
        <translation>Texterna på ett språk saknas.</translation>
    </message>
    <message>
        <source>Reinstall Kaikuluukku. Everything recorded here is kept.</source>
        <translation>Installera Kaikuluukku på nytt. Det som registrerats här finns kvar.</translation>
    </message>
    <message>
        <source>The register does not recognise this desk at the moment.</source>
        <translation>Registret känner just nu inte igen den här luckan.</translation>
    </message>
    <message>
        <source>Keep working: everything is kept, and the program tries again automatically.</source>
        <translation>Fortsätt arbeta: allt sparas, och programmet försöker igen av sig självt.</translation>
    </message>
    <message>
        <source>The register does not know this activation code.</source>
        <translation>Registret känner inte till den här aktiveringskoden.</translation>
    </message>
    <message>
        <source>Check each letter and digit of the code.</source>
        <translation>Kontrollera koden tecken för tecken.</translation>
    </message>
    <message>
        <source>This activation code has already been used.</source>
        <translation>Aktiveringskoden har redan använts.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for a new code.</source>
        <translation>Be Kaikukeskus om en ny kod.</translation>
    </message>
    <message>
        <source>This activation code has expired.</source>
        <translation>Aktiveringskoden har gått ut.</translation>
    </message>
    <message>
        <source>The register&apos;s signature does not match the data received.</source>
        <translation>Det hämtade registret stämmer inte med sin elektroniska underskrift.</translation>
    </message>
    <message>
        <source>The new copy is not used. The desk keeps using the last valid copy.</source>
        <translation>Det används inte. Det senaste godkända registret är fortfarande i bruk.</translation>
    </message>
    <message>
        <source>The register rejected the request.</source>
        <translation>Registret godkände inte det som skickades.</translation>
    </message>
    <message>
        <source>Check what you entered, and check whether a newer version is available.</source>
        <translation>Kontrollera det du angav och om det finns en nyare version.</translation>
    </message>
    <message>
        <source>There is an error in this program: {name}.</source>
        <translation>Det finns ett fel i programmet: {name}.</translation>
    </message>
    <message>
        <source>Everything recorded is safe. Please report this to the developers and include the log.</source>
        <translation>Det som har registrerats är sparat. Meddela programmets utvecklare; loggen är till hjälp.</translation>
    </message>
    <message>
        <source>There is no rejected record with this ID.</source>
        <translation>Det finns ingen avvisad registrering med detta id.</translation>
    </message>
    <message>
        <source>It may already be resolved. List the queue again.</source>
        <translation>Den kan redan vara utredd. Kör kommandot queue igen.</translation>
    </message>
    <message>
        <source>This action is not available for that record.</source>
        <translation>Det går inte att göra så med den här registreringen.</translation>
    </message>
    <message>
        <source>Choose another action. The queue lists the available ones.</source>
        <translation>Välj ett annat sätt. Kommandot queue visar vad som går att göra.</translation>
    </message>
    <message>
        <source>The note or the operator&apos;s mark cannot be saved in this form.</source>
        <translation>Meddelandet eller biljettförsäljarens signatur kan inte sparas i den här formen.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Inget skrevs ut.</translation>
    </message>
    <message>
        <source>Check that the printer is on, or print to a PDF file.</source>
        <translation>Kontrollera att skrivaren är på, eller skriv ut till en PDF-fil.</translation>
    </message>
    <message>
        <source>The file cannot be read: {path}.</source>
        <translation>Filen kan inte läsas: {path}.</translation>
    </message>
    <message>
        <source>Check the file name and your permission to read the file.</source>
        <translation>Kontrollera namnet och att du har läsrätt.</translation>
    </message>
    <message>
        <source>The file cannot be saved: {path}.</source>
        <translation>Filen kan inte sparas: {path}.</translation>
    </message>
    <message>
        <source>Nothing was saved. Choose another folder, or free up disk space.</source>
        <translation>Inget sparades. Välj en annan plats eller frigör utrymme.</translation>
    </message>
    <message>
        <source>A file with that name already exists: {path}.</source>
        <translation>Det finns redan en annan fil med det namnet: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name.</source>
        <translation>Inget skrevs över. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The command was stopped.</source>
        <translation>Kommandot avbröts.</translation>
    </message>
    <message>
        <source>What was recorded is kept. To finish it, give the command again.</source>
        <translation>Allt som har registrerats finns kvar. Ge kommandot på nytt för att slutföra det.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>En lösenfras behövs.</translation>
    </message>
    <message>
        <source>Type it when asked, or set it in KAIKULUUKKU_PASSPHRASE.</source>
        <translation>Skriv den när programmet frågar eller ange den i variabeln KAIKULUUKKU_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The passphrases do not match.</source>
        <translation>Lösenfrasen var inte densamma båda gångerna.</translation>
    </message>
    <message>
        <source>Type the passphrase again.</source>
        <translation>Skriv lösenfrasen på nytt.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess.</source>
        <translation>Lösenfrasen är för lätt att gissa.</translation>
    </message>
    <message>
        <source>Use at least {shortest} characters and do not repeat the same ones. A few words make a good passphrase.</source>
        <translation>Använd minst {shortest} tecken och upprepa inte samma tecken. Några ord efter varandra är en bra lösenfras.</translation>
    </message>
    <message>
        <source>Nothing was imported. Check that you chose the right file.</source>
        <translation>Inget lästes in. Kontrollera vilken fil det är.</translation>
    </message>
    <message>
        <source>The file comes from a newer version of Kaikuluukku.</source>
        <translation>Filen har skapats med en nyare version.</translation>
    </message>
    <message>
        <source>Nothing was imported. Install the latest version of Kaikuluukku.</source>
        <translation>Inget lästes in. Installera den senaste versionen av Kaikuluukku.</translation>
    </message>
    <message>
        <source>The file is too large to be a transfer file.</source>
        <translation>Filen är för stor för att vara en överföringsfil.</translation>
    </message>
    <message>
        <source>Nothing was imported or saved. Check that you chose the right file.</source>
        <translation>Inget lästes in eller sparades. Kontrollera vilken fil det är.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the file was changed.</source>
        <translation>Lösenfrasen är fel, eller så har filen ändrats.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete.</source>
        <translation>Filen är skadad eller ofullständig.</translation>
    </message>
    <message>
        <source>Nothing was imported. Copy the file again, or save a new one at the other desk.</source>
        <translation>Inget lästes in. Kopiera filen på nytt eller spara en ny vid den andra luckan.</translation>
    </message>
    <message>
        <source>The file belongs to another venue: {venue}.</source>
        <translation>Filen kommer från en annan aktör: {venue}.</translation>
    </message>
    <message>
        <source>Kaikuluukku is already open but is not responding.</source>
        <translation>Kaikuluukku är redan öppet men svarar inte.</translation>
    </message>
    <message>
        <source>Wait a moment. If nothing happens, close it and open it again.</source>
        <translation>Vänta en stund. Om inget händer, stäng det och öppna det igen.</translation>
    </message>
    <message>
        <source>The camera cannot be used.</source>
        <translation>Kameran kan inte användas.</translation>
    </message>
    <message>
        <source>Use a scanner, or type the card number.</source>
        <translation>Fortsätt med läsaren eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Ingen kamera hittades.</translation>
    </message>
    <message>
        <source>Connect a camera: it starts automatically. Until then, use a scanner or type the number.</source>
        <translation>Anslut en kamera: den startar av sig själv. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>The camera is not connected: {name}.</source>
        <translation>Kameran hittas inte: {name}.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another camera. Until then, use a scanner or type the number.</source>
        <translation>Anslut den igen eller välj en annan. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>There is no picture from the camera: {name}.</source>
        <translation>Kameran ger ingen bild: {name}.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera, and check that this program may use it. Until then, use a scanner or type the number.</source>
        <translation>Stäng andra program som använder kameran och se till att datorn låter det här programmet använda den. Kameran startar av sig själv. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>This program is not allowed to use the camera.</source>
        <translation>Datorn låter inte programmet använda kameran.</translation>
    </message>
    <message>
        <source>Allow it in the computer&apos;s settings, or ask your IT support. Until then, use a scanner or type the number.</source>
        <translation>Tillåt det i datorns inställningar eller fråga it‑stödet. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>There are no pictures to show in {path}.</source>
        <translation>Det finns ingen bild att visa i {path}.</translation>
    </message>
    <message>
        <source>Choose a video, or a folder of PNG, JPEG or WebP pictures.</source>
        <translation>Ange en video eller en mapp med PNG-, JPEG- eller WebP-bilder.</translation>
    </message>
    <message>
        <source>The program&apos;s font is missing: {path}.</source>
        <translation>Programmets typsnitt saknas: {path}.</translation>
    </message>
    <message>
        <source>The file is not a readable picture, or it is damaged: {path}.</source>
        <translation>Det här är ingen bild som kan läsas, eller så är den skadad: {path}.</translation>
    </message>
    <message>
        <source>Take the picture again, or save it as PNG or JPEG.</source>
        <translation>Ta bilden på nytt eller spara den som PNG eller JPEG.</translation>
    </message>
    <message>
        <source>The picture is too large: {path}.</source>
        <translation>Bilden är för stor: {path}.</translation>
    </message>
    <message>
        <source>Reduce it to {most} megapixels or less, or crop it to the code.</source>
        <translation>Förminska bilden till högst {most} megapixel eller beskär den till bara koden.</translation>
    </message>
    <message>
        <source>The help page is missing.</source>
        <translation>Hjälpen saknas.</translation>
    </message>
    <message>
        <source>The register address is missing.</source>
        <translation>Registrets adress saknas.</translation>
    </message>
    <message>
        <source>Set it with --api, or in this computer&apos;s policy file.</source>
        <translation>Ange den med --api eller i datorns policyfil.</translation>
    </message>
    <message>
        <source>The activation code is missing.</source>
        <translation>Aktiveringskoden saknas.</translation>
    </message>
    <message>
        <source>Enter it with --code, or give a file with --code-file.</source>
        <translation>Ange den med --code, eller i en fil med --code-file.</translation>
    </message>
    <message>
        <source>Other users can read the activation code file: {path}.</source>
        <translation>Andra användare kan läsa filen med aktiveringskoden: {path}.</translation>
    </message>
    <message>
        <source>The code was not used. Make the file readable only by the desk&apos;s user (mode 600).</source>
        <translation>Koden användes inte. Ge bara luckans egen användare läsrätt till filen: rättigheter 600.</translation>
    </message>
    <message>
        <source>This computer&apos;s policy file cannot be used: {path}.</source>
        <translation>Datorns policyfil kan inte användas: {path}.</translation>
    </message>
    <message>
        <source>Ask your IT support to correct the file: {reason}.</source>
        <translation>Be it‑stödet rätta filen: {reason}.</translation>
    </message>
    <message>
        <source>The PIN needs at least {shortest} characters.</source>
        <translation>PIN-koden måste ha minst {shortest} tecken.</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>Välj en längre.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>Fel PIN-kod.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Försök igen.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>För många felaktiga PIN-koder.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds and try again.</source>
        <translation>Vänta {seconds} s och försök igen.</translation>
    </message>
    <message>
        <source>A PIN is set, and this command shows or changes visits.</source>
        <translation>En PIN-kod är i bruk, och det här kommandot visar eller ändrar registreringar.</translation>
    </message>
    <message>
        <source>Type the PIN when asked, or give it with --pin-file FILE.</source>
        <translation>Ange PIN-koden när den efterfrågas, eller med --pin-file FIL.</translation>
    </message>
    <message>
        <source>Other users can read the PIN file: {path}.</source>
        <translation>Andra användare kan läsa filen med PIN-koden: {path}.</translation>
    </message>
    <message>
        <source>Make the file readable only by its owner (chmod 600).</source>
        <translation>Låt bara filens ägare läsa den (chmod 600).</translation>
    </message>
    <message>
        <source>Only an administrator of this computer can remove the PIN.</source>
        <translation>Bara en administratör för den här datorn kan ta bort PIN-koden.</translation>
    </message>
    <message>
        <source>Run the command as a user who can write to {path}, or ask an administrator to create the empty file {slip} and run the command within 15 minutes.</source>
        <translation>Kör kommandot som en användare med skrivrätt till {path}, eller be en administratör skapa den tomma filen {slip} och kör kommandot inom 15 minuter.</translation>
    </message>
    <message>
        <source>This row has already been recorded or removed.</source>
        <translation>Den här raden har redan registrerats eller tagits bort.</translation>
    </message>
    <message>
        <source>Recorded visits are on the page Visits.</source>
        <translation>Det som har registrerats syns på sidan Besök.</translation>
    </message>
    <message>
        <source>This is not a key. A key has 64 characters: digits and the letters a to f.</source>
        <translation>Det här är ingen nyckel: en nyckel har 64 tecken, siffror och bokstäver a–f.</translation>
    </message>
    <message>
        <source>Copy the whole key and try again. Nothing was changed.</source>
        <translation>Kopiera den i sin helhet och försök igen. Inget ändrades.</translation>
    </message>
    <message>
        <source>The key is wrong, or the whole file is damaged. Nothing was overwritten. Restore the key with restore-key, or enrol again with --set-aside. The old data is kept.</source>
        <translation>Nyckeln är fel, eller så är hela filen skadad. Inget skrevs över. Återställ nyckeln med restore-key, eller ta luckan i bruk på nytt med --set-aside: de gamla uppgifterna finns kvar.</translation>
    </message>
    <message>
        <source>This desk has no copy of the register yet.</source>
        <translation>Den här luckan har inget register ännu.</translation>
    </message>
    <message>
        <source>No file was saved. Sync first, or use another desk.</source>
        <translation>Ingen fil sparades. Hämta först registret eller använd en annan lucka.</translation>
    </message>
    <message>
        <source>This copy of the register cannot be saved: no other desk could verify it.</source>
        <translation>Registret kan inte föras över: en annan lucka skulle inte kunna kontrollera det.</translation>
    </message>
    <message>
        <source>No file was saved. Sync once. If that does not help, the register runs an older version.</source>
        <translation>Ingen fil sparades. Skicka och hämta en gång. Om det inte hjälper har Kaikukanta en äldre version.</translation>
    </message>
    <message>
        <source>The cards in the file do not match the register&apos;s signature.</source>
        <translation>Korten i filen stämmer inte med registrets elektroniska underskrift.</translation>
    </message>
    <message>
        <source>Nothing was changed. Save a new file at a desk that is online.</source>
        <translation>Inget ändrades. Spara en ny fil vid en lucka som har anslutning.</translation>
    </message>
    <message>
        <source>The register in the file is older than the one at this desk.</source>
        <translation>Registret i filen är äldre än den här luckans register.</translation>
    </message>
    <message>
        <source>The file is from a different register than this desk.</source>
        <translation>Filen kommer från ett annat register än den här luckan.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use a file from a desk that is enrolled with the same register.</source>
        <translation>Inget ändrades. Använd en fil från en lucka som har tagits i bruk i samma register.</translation>
    </message>
</context>
<context>
    <name>FeeField</name>
    <message>
        <source>Fee in euros</source>
        <translation>Avgiften i euro</translation>
    </message>
    <message>
        <source>For example 60 or 37.50</source>
        <translation>Till exempel 60 eller 37,50</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>All others</source>
        <translation>Övriga</translation>
    </message>
    <message>
        <source>Highest: {bar}. The table next to the chart has all the numbers.</source>
        <translation>Flest: {bar}. Alla siffror finns i tabellen bredvid.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Den här månaden</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Förra månaden</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>I år</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>Läsår</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Hela tiden</translation>
    </message>
    <message>
        <source>Choose dates</source>
        <translation>Välj period</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Per dag</translation>
    </message>
    <message>
        <source>By offer</source>
        <translation>Per evenemang/tjänst</translation>
    </message>
    <message>
        <source>By sector</source>
        <translation>Per sektor</translation>
    </message>
    <message>
        <source>By venue</source>
        <translation>Per aktör</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Offer</source>
        <translatorcomment>The head of a narrow column; the same as on the button above it.</translatorcomment>
        <translation>Evenemang/tjänst</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Biljetter</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Tickets by venue</source>
        <translation>Biljetter per aktör</translation>
    </message>
    <message>
        <source>Visits by venue</source>
        <translation>Besök per aktör</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Vuxna</translation>
    </message>
    <message>
        <source>Minors</source>
        <translation>Minderåriga</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>Assistenter</translation>
    </message>
    <message>
        <source>Unknown offer</source>
        <translation>Evenemang eller tjänst som luckan inte känner till</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Okänd</translation>
    </message>
    <message>
        <source>All desks of the venue</source>
        <translation>Aktörens alla luckor</translation>
    </message>
    <message>
        <source>All recorded visits</source>
        <translation>Alla registrerade besök</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>From {first}</source>
        <translation>{first} och senare</translation>
    </message>
    <message>
        <source>Until {last}</source>
        <translation>{last} och tidigare</translation>
    </message>
    <message>
        <source>The register has accepted all of these visits.</source>
        <translation>Registret har godkänt alla dessa besök.</translation>
    </message>
    <message>
        <source>Kaikukortti visits</source>
        <translation>Besök med Kaikukortet</translation>
    </message>
    <message>
        <source>Created with Kaikuluukku on {day}</source>
        <translation>Skapad {day} med Kaikuluukku</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Sida {number}</translation>
    </message>
    <message>
        <source>Tickets by day</source>
        <translation>Biljetter per dag</translation>
    </message>
    <message>
        <source>Tickets by offer</source>
        <translation>Biljetter per evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Tickets by sector</source>
        <translation>Biljetter per sektor</translation>
    </message>
    <message>
        <source>Visits by day</source>
        <translation>Besök per dag</translation>
    </message>
    <message>
        <source>Visits by offer</source>
        <translation>Besök per evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Visits by sector</source>
        <translation>Besök per sektor</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder:</source>
        <translation>Mapp:</translation>
    </message>
    <message>
        <source>File type:</source>
        <translation>Filformat:</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Hela utbudet</translation>
    </message>
</context>
<context>
    <name>FirstRunOverlay</name>
    <message>
        <source>Step {place} of {count}</source>
        <translation>Steg {place} av {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Senare</translation>
    </message>
</context>
<context>
    <name>FirstRunStep</name>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
</context>
<context>
    <name>Foreign</name>
    <message>
        <source>This is a web address, not a Kaikukortti</source>
        <translation>Det här är inte ett Kaikukort utan en webbadress</translation>
    </message>
    <message>
        <source>The address was not opened. Scan the code on the card, or type the card number.</source>
        <translation>Den öppnades inte. Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>This looks like a ticket, not a Kaikukortti</source>
        <translation>Det här är inte ett Kaikukort utan ser ut att vara en biljett</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type the card number.</source>
        <translation>Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>This is a product barcode, not a Kaikukortti</source>
        <translation>Det här är inte ett Kaikukort utan en produkts streckkod</translation>
    </message>
    <message>
        <source>This is a personal identity code, not a Kaikukortti</source>
        <translation>Det här är inte ett Kaikukort utan en personbeteckning</translation>
    </message>
    <message>
        <source>The code was not saved. Scan the code on the card, or type the card number.</source>
        <translation>Den sparades inte. Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>There are two cards in front of the camera</source>
        <translation>Det finns två kort framför kameran</translation>
    </message>
    <message>
        <source>Neither was read. Show one card at a time.</source>
        <translation>Inget av dem lästes. Visa ett kort åt gången.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti</source>
        <translation>Det här är inte ett Kaikukort</translation>
    </message>
    <message>
        <source>No code was found.</source>
        <translation>Ingen kod hittades.</translation>
    </message>
    <message>
        <source>The result is not certain. Take the picture again, closer and in better light.</source>
        <translation>Resultatet är osäkert. Ta bilden på nytt, närmare och i bättre ljus.</translation>
    </message>
    <message>
        <source>This is an activation code for the register at {address}.</source>
        <translation>Med den här koden tar man en lucka i bruk. Registrets adress: {address}.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Stäng hjälpen</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>You scanned the same card again. It is counted once.</source>
        <translation>Samma kort lästes igen. Det räknas bara en gång.</translation>
    </message>
    <message>
        <source>You scanned the same card again. It has already been recorded once.</source>
        <translation>Samma kort lästes igen. Det registrerades nyss och räknas bara en gång.</translation>
    </message>
    <message>
        <source>The previous card was not recorded. If it should be, scan it again.</source>
        <translation>Det förra kortet registrerades inte. Läs det igen om det behövs.</translation>
    </message>
    <message>
        <source>A card that you scanned during recording was ignored. Scan it again after this one.</source>
        <translation>Kortet som lästes under den förra registreringen togs inte emot. Läs det igen efter det här.</translation>
    </message>
    <message>
        <source>Scan the card again</source>
        <translation>Läs kortet igen</translation>
    </message>
    <message>
        <source>Some characters may be missing.</source>
        <translation>Alla tecken kom kanske inte fram.</translation>
    </message>
    <message>
        <source>This is an activation code for a desk, not a Kaikukortti</source>
        <translation>Det här är inte ett Kaikukort utan en aktiveringskod för en lucka</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type the card number.</source>
        <translation>Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>The register has this card without the last character, which is only a check character. Compare the number with the card.</source>
        <translation>I registret finns kortet utan det sista tecknet, som bara är ett kontrolltecken. Jämför numret med kortet.</translation>
    </message>
    <message>
        <source>Is the keyboard set to another language? Letters may have changed places: compare the number with the card, and type it as it is printed.</source>
        <translation>Är tangentbordet inställt på ett annat språk? Bokstäver kan ha bytt plats: jämför numret med kortet och skriv det som det är tryckt.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Card {number}</source>
        <translation>Kort {number}</translation>
    </message>
    <message>
        <source>from {desk}</source>
        <translation>från {desk}</translation>
    </message>
    <message>
        <source>Note, {day}: {note}</source>
        <translation>Meddelande {day}: {note}</translation>
    </message>
    <message>
        <source>Sent again {sent}, rejected again {refused}</source>
        <translation>Skickat på nytt {sent}, avvisat på nytt {refused}</translation>
    </message>
    <message>
        <source>unknown offer</source>
        <translation>evenemang eller tjänst som luckan inte känner till</translation>
    </message>
    <message>
        <source>Rejected {refused}</source>
        <translation>Avvisat {refused}</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Inte skickat ännu</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>avvisat</translation>
    </message>
    <message>
        <source>rejected again {time}</source>
        <translation>avvisat igen {time}</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>inte skickat</translation>
    </message>
    <message>
        <source>also at {desk}, {time}</source>
        <translation>också: {desk}, {time}</translation>
    </message>
    <message>
        <source>at two desks</source>
        <translation>vid två luckor</translation>
    </message>
    <message>
        <source>with Kaikukeskus</source>
        <translation>hos Kaikukeskus</translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>check, then record</source>
        <translation>kontrollera, sedan registrera</translation>
    </message>
    <message>
        <source>clear the card</source>
        <translation>rensa kortet</translation>
    </message>
    <message>
        <source>give tickets to two more</source>
        <translation>två kommer med</translation>
    </message>
    <message>
        <source>choose the number of tickets</source>
        <translation>välj antal biljetter</translation>
    </message>
    <message>
        <source>undo the last record</source>
        <translation>ångra senaste registreringen</translation>
    </message>
    <message>
        <source>camera on or off</source>
        <translation>kameran på eller av</translation>
    </message>
    <message>
        <source>choose an offer from the tiles</source>
        <translation>välj ett evenemang eller en tjänst bland rutorna</translation>
    </message>
    <message>
        <source>choose from all offers</source>
        <translation>välj bland alla evenemang och tjänster</translation>
    </message>
    <message>
        <source>start or finish a group</source>
        <translation>starta eller avsluta en grupp</translation>
    </message>
    <message>
        <source>express on or off</source>
        <translation>snabbläge på eller av</translation>
    </message>
    <message>
        <source>lock the window</source>
        <translation>lås fönstret</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>den här listan</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Welcome to Kaikuluukku</source>
        <translation>Välkommen till Kaikuluukku</translation>
    </message>
    <message>
        <source>You can set up this computer as a Kaikukortti ticket desk in a few minutes. First, choose your language. You can change it at any time.</source>
        <translation>Den här datorn blir en biljettlucka för Kaikukortet på några minuter. Välj först språk. Du kan byta språk när som helst.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>To lock the window, first set a PIN in the settings, under Lock.</source>
        <translation>För låsningen behövs en PIN-kod. Ställ in den i inställningarna under Låsning.</translation>
    </message>
</context>
<context>
    <name>LockPart</name>
    <message>
        <source>Lock</source>
        <translation>Låsning</translation>
    </message>
    <message>
        <source>If you set a PIN, the window locks at the start, when it has not been used for a while, and when you press Ctrl+L. The lock keeps out a passer-by, but not a thief who has the computer&apos;s disk.</source>
        <translation>När en PIN-kod är inställd är fönstret låst vid starten, och det låses när programmet inte används på en stund eller när du trycker på Ctrl+L. Låset skyddar mot förbipasserande men inte mot en tjuv som har datorns disk.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Ny PIN-kod</translation>
    </message>
    <message>
        <source>At least 4 characters.</source>
        <translation>Minst 4 tecken.</translation>
    </message>
    <message>
        <source>Repeat the PIN</source>
        <translation>Samma kod igen</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Ställ in PIN-koden</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Lås efter</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Lås nu</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN-kod</translation>
    </message>
    <message>
        <source>Enter the PIN to remove it.</source>
        <translation>Ange koden för att ta bort den.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Ta bort PIN-koden</translation>
    </message>
    <message>
        <source>The PINs do not match.</source>
        <translation>Koderna är inte likadana.</translation>
    </message>
    <message>
        <source>The PIN has been set.</source>
        <translation>PIN-koden är inställd.</translation>
    </message>
    <message>
        <source>The PIN has been removed.</source>
        <translation>PIN-koden är borttagen.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>Unlock first, then scan the card.</source>
        <translation>Lås upp först, läs kortet sedan.</translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation>Fönstret är låst</translation>
    </message>
    <message>
        <source>Recorded visits are safe and are still being sent. Enter the PIN to continue.</source>
        <translation>Det som har registrerats är sparat och skickas som vanligt. Skriv PIN-koden för att fortsätta.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN-kod</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås upp</translation>
    </message>
    <message>
        <source>Forgotten the PIN? An administrator of this computer can remove it with: {command}</source>
        <translation>Glömt koden? Datorns administratör tar bort den: {command}</translation>
    </message>
    <message>
        <source>The lock keeps out a passer-by, but not a thief who has the computer&apos;s disk.</source>
        <translation>Låset skyddar mot förbipasserande men inte mot en tjuv som har datorns disk.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n record(s) to resolve</source>
        <translation>
            <numerusform>%n ärende att reda ut</numerusform>
            <numerusform>%n ärenden att reda ut</numerusform>
        </translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>Lock</source>
        <translatorcomment>A button; the heading is a noun.</translatorcomment>
        <translation>Lås</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Dölj meddelandet</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n setting(s) in the settings file could not be understood.</source>
        <translation>
            <numerusform>Inställningsfilen har %n inställning som inte kunde förstås.</numerusform>
            <numerusform>Inställningsfilen har %n inställningar som inte kunde förstås.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register too old: %n day(s)</source>
        <translation>
            <numerusform>Registret för gammalt: %n dag</numerusform>
            <numerusform>Registret för gammalt: %n dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n day(s) old</source>
        <translation>
            <numerusform>Registret %n dag gammalt</numerusform>
            <numerusform>Registret %n dagar gammalt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n hour(s) old</source>
        <translation>
            <numerusform>Registret %n timme gammalt</numerusform>
            <numerusform>Registret %n timmar gammalt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n väntar på att skickas</numerusform>
            <numerusform>%n väntar på att skickas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) saved.</source>
        <translation>
            <numerusform>%n besök har sparats i filen.</numerusform>
            <numerusform>%n besök har sparats i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) saved in the file.</source>
        <translation>
            <numerusform>%n registrering finns i filen.</numerusform>
            <numerusform>%n registreringar finns i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported. They are sent with the next sync.</source>
        <translation>
            <numerusform>%n registrering lästes in. Den skickas nästa gång luckan skickar och hämtar.</numerusform>
            <numerusform>%n registreringar lästes in. De skickas nästa gång luckan skickar och hämtar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were already on this desk.</source>
        <translation>
            <numerusform>%n registrering fanns här redan.</numerusform>
            <numerusform>%n registreringar fanns här redan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingNotice</name>
    <message>
        <source>I have read this</source>
        <translation>Jag har läst detta</translation>
    </message>
</context>
<context>
    <name>ModeBand</name>
    <message>
        <source>Scanning a card records the holder&apos;s ticket at once. Ctrl+Z undoes it. If the card includes children, choose the tickets and press Enter.</source>
        <translation>När kortet läses registreras innehavarens biljett genast. Ctrl+Z ångrar. Om kortet omfattar barn, välj biljetterna och tryck på Enter.</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Snabbläge</translation>
    </message>
    <message>
        <source>Express is off.</source>
        <translation>Snabbläget är av.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Scan and record the cards of the group one by one.</source>
        <translation>Läs gruppens kort ett i taget och registrera vart och ett.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln kort</numerusform>
            <numerusform>%Ln kort</numerusform>
        </translation>
    </message>
    <message>
        <source>Group: {cards}</source>
        <translation>Grupp: {cards}</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Express</source>
        <translation>Snabbläge</translation>
    </message>
    <message>
        <source>Start group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Starta en grupp</translation>
    </message>
    <message>
        <source>Finish group</source>
        <translation>Avsluta gruppen</translation>
    </message>
</context>
<context>
    <name>NeighbourWords</name>
    <message numerus="yes">
        <source>%n other desk(s) connected.</source>
        <translation>
            <numerusform>%n annan lucka ansluten.</numerusform>
            <numerusform>%n andra luckor anslutna.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is being copied from {desk}: {percent} %.</source>
        <translation>Registret kopieras från {desk}: {percent} %.</translation>
    </message>
    <message>
        <source>No answer from {desks}</source>
        <translation>Svarar inte: {desks}</translation>
    </message>
    <message numerus="yes">
        <source>%n other desk(s)</source>
        <translation>
            <numerusform>%n annan lucka</numerusform>
            <numerusform>%n andra luckor</numerusform>
        </translation>
    </message>
    <message>
        <source>Two computers work as this desk, and only one of them is heard. Close one, and have it enrolled as a desk of its own.</source>
        <translation>Två datorer arbetar som den här luckan, och bara den enas uppgifter kommer fram. Stäng den ena och ta den i bruk som en egen lucka.</translation>
    </message>
    <message>
        <source>Connected, but it has sent unusually many records: the rest comes slowly. Tell your IT support.</source>
        <translation>Ansluten, men har skickat ovanligt många uppgifter: resten kommer långsamt. Kontakta it‑stödet.</translation>
    </message>
    <message>
        <source>Connected, {address}</source>
        <translation>Ansluten, {address}</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Svarar inte</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Off. This desk exchanges nothing on the local network.</source>
        <translation>Av. Den här luckan utbyter inget i det lokala nätet.</translation>
    </message>
    <message>
        <source>This desk has to be enrolled first.</source>
        <translation>Luckan måste först tas i bruk.</translation>
    </message>
    <message>
        <source>This computer does not let other desks connect. Ask your IT support.</source>
        <translation>Datorn låter inte andra luckor ansluta. Fråga it‑stödet.</translation>
    </message>
    <message>
        <source>No other desk is known yet. Switch this on at the other desks too, and sync every desk twice.</source>
        <translation>Inga andra luckor är kända ännu. Slå på detta även vid de andra luckorna och skicka och hämta två gånger vid varje lucka.</translation>
    </message>
    <message>
        <source>No other desk answers. Check that they are on and on the same network, or enter their addresses.</source>
        <translation>Ingen annan lucka svarar. Kontrollera att de är på och i samma nät, eller ange deras adresser.</translation>
    </message>
</context>
<context>
    <name>NeighboursPart</name>
    <message>
        <source>Other desks on the network</source>
        <translation>Andra luckor i nätet</translation>
    </message>
    <message>
        <source>Desks of this venue tell each other of tickets handed out and withdrawn, added offers and tickets left, with card numbers, and hand the register on, all of it encrypted. One that is online sends for all. Only desks known to the register can take part.</source>
        <translation>Aktörens luckor förmedlar till varandra registreringar och återkallelser med kortnummer, tillagda evenemang och tjänster, antalet biljetter som finns kvar och det nyaste registret. Allt är krypterat. En lucka med anslutning skickar för alla. Bara luckor som registret känner till kan delta.</translation>
    </message>
    <message>
        <source>Exchange with other desks</source>
        <translation>Utbyt uppgifter med andra luckor</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresser</translation>
    </message>
    <message>
        <source>Only if the desks do not find each other. Separate addresses with commas.</source>
        <translation>Bara om luckorna inte hittar varandra. Skilj adresserna åt med kommatecken.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This desk&apos;s copy of the register is not up to date.</source>
        <translation>Registret på den här datorn har inte uppdaterats på sistone.</translation>
    </message>
    <message>
        <source>Used today {earlier}.</source>
        <translation>Använt i dag {earlier}.</translation>
    </message>
    <message>
        <source>Few Kaikukortti tickets are left.</source>
        <translation>Det finns få Kaikukortsbiljetter kvar.</translation>
    </message>
    <message>
        <source>To pay: {amount} for each ticket.</source>
        <translation>Att betala: {amount} för varje biljett.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock looks wrong. Check the date and time.</source>
        <translation>Datorns klocka verkar gå fel. Kontrollera datum och tid.</translation>
    </message>
    <message>
        <source>This card already has tickets for this offer, given {earlier}.</source>
        <translation>Biljetter till detta har redan getts med kortet {earlier}.</translation>
    </message>
    <message>
        <source>Ask for the fee and type it in.</source>
        <translation>Fråga efter avgiften och skriv in den.</translation>
    </message>
    <message>
        <source>Today is the card&apos;s last valid day.</source>
        <translation>I dag är kortets sista giltighetsdag.</translation>
    </message>
    <message>
        <source>The event is after the card&apos;s last valid day.</source>
        <translation>Evenemanget äger rum efter kortets sista giltighetsdag.</translation>
    </message>
    <message>
        <source>An assistant or interpreter still gets a ticket.</source>
        <translation>En assistent eller tolk får ändå en biljett.</translation>
    </message>
    <message>
        <source>The chosen event is already over.</source>
        <translation>Det valda evenemanget är redan förbi.</translation>
    </message>
</context>
<context>
    <name>OfferChooser</name>
    <message>
        <source>What are the tickets for?</source>
        <translation>Välj evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Stäng listan</translation>
    </message>
    <message>
        <source>Search by name or place</source>
        <translation>Sök på namn eller plats</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Utbud</translation>
    </message>
    <message>
        <source>No offers match your search.</source>
        <translation>Inga sökresultat.</translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Change the offer</source>
        <translation>Ändra uppgifterna</translation>
    </message>
    <message>
        <source>Remove the offer</source>
        <translation>Ta bort ur utbudet</translation>
    </message>
    <message>
        <source>Remove this offer? Its visits are kept and counted.</source>
        <translation>Ska det här tas bort ur utbudet? Besöken finns kvar och räknas.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Keep the offer</source>
        <translation>Ta inte bort</translation>
    </message>
    <message>
        <source>Choose at the ticket desk</source>
        <translation>Välj vid biljettluckan</translation>
    </message>
    <message>
        <source>Chosen at the ticket desk</source>
        <translation>Vald vid biljettluckan</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Use 200 characters or fewer.</source>
        <translation>Förkorta: högst 200 tecken.</translation>
    </message>
    <message>
        <source>Enter a time after the start, for example 21:30, or a later date.</source>
        <translation>Skriv en tid efter början, till exempel 21.30, eller ett senare datum.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Skriv ett heltal.</translation>
    </message>
    <message>
        <source>Enter an amount in euros, for example 25 or 12.50.</source>
        <translation>Skriv ett belopp i euro, till exempel 25 eller 12,50.</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>Enter the time in hours and minutes, for example 18:30.</source>
        <translation>Skriv timmar och minuter, till exempel 18.30.</translation>
    </message>
    <message>
        <source>Enter a name in Finnish.</source>
        <translation>Ge ett namn på finska.</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>Lägg till i utbudet</translation>
    </message>
    <message>
        <source>Change the offer</source>
        <translation>Ändra uppgifterna</translation>
    </message>
    <message>
        <source>You can give tickets for it at once. It is sent to the register automatically.</source>
        <translation>Du kan ge biljetter genast. Uppgifterna skickas automatiskt till registret.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>I morgon</translation>
    </message>
    <message>
        <source>Name in Finnish</source>
        <translation>Namn på finska</translation>
    </message>
    <message>
        <source>Name in Swedish</source>
        <translation>Namn på svenska</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Om det finns ett</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Namn på engelska</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>For example 9.3.2027</source>
        <translation>Till exempel 9.3.2027</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <source>For example 18:30</source>
        <translation>Till exempel 18.30</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Optional: a hall or an address</source>
        <translation>En sal eller adress, vid behov</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Sector for statistics</source>
        <translation>Sektor i statistiken</translation>
    </message>
    <message>
        <source>Children under {age} included</source>
        <translation>Barn under {age} år får följa med</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Slutar</translation>
    </message>
    <message>
        <source>For example 21:30, or a date</source>
        <translation>Till exempel 21.30 eller ett datum</translation>
    </message>
    <message>
        <source>Kaikukortti tickets in all</source>
        <translation>Kaikukortsbiljetter totalt</translation>
    </message>
    <message>
        <source>Leave this empty if there is no quota</source>
        <translation>Lämna tomt om antalet inte är begränsat</translation>
    </message>
    <message>
        <source>Leave this empty if there is no limit</source>
        <translation>Lämna tomt om det inte finns någon gräns</translation>
    </message>
    <message>
        <source>Visits per card</source>
        <translation>Antal gånger per kort</translation>
    </message>
    <message>
        <source>Number of days or months</source>
        <translation>Antal dagar eller månader</translation>
    </message>
    <message>
        <source>Courses per card, all courses together</source>
        <translation>Kurser per kort, alla kurser sammanlagt</translation>
    </message>
    <message>
        <source>Price of a ticket or place</source>
        <translation>Biljettens eller platsens pris</translation>
    </message>
    <message>
        <source>In euros, for example 60</source>
        <translation>I euro, till exempel 60</translation>
    </message>
    <message>
        <source>The venue&apos;s share at most</source>
        <translation>Aktörens andel högst</translation>
    </message>
    <message>
        <source>The rest is to be paid</source>
        <translation>Resten ska betalas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Limit period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>The fee is asked for at the counter</source>
        <translation>Avgiften frågas vid luckan</translation>
    </message>
    <message>
        <source>Add the offer</source>
        <translation>Lägg till i utbudet</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Spara ändringarna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Aktör</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Offer</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Choose the offer</source>
        <translation>Välj evenemang eller tjänst</translation>
    </message>
    <message>
        <source>No offer chosen</source>
        <translation>Inget valt ännu</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>All Kaikukortti tickets for this offer have been given out.</source>
        <translation>De biljetter som reserverats för Kaikukortet har delats ut.</translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} tickets left</source>
        <translation>
            <numerusform>%n biljett kvar av {total}</numerusform>
            <numerusform>%n biljetter kvar av {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card in total</source>
        <translation>
            <numerusform>Per kort: %n gång sammanlagt</numerusform>
            <numerusform>Per kort: %n gånger sammanlagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per day</source>
        <translation>
            <numerusform>Per kort: %n gång per dag</numerusform>
            <numerusform>Per kort: %n gånger per dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per calendar year</source>
        <translation>
            <numerusform>Per kort: %n gång per kalenderår</numerusform>
            <numerusform>Per kort: %n gånger per kalenderår</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per school year</source>
        <translation>
            <numerusform>Per kort: %n gång per läsår</numerusform>
            <numerusform>Per kort: %n gånger per läsår</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per term</source>
        <translation>
            <numerusform>Per kort: %n gång per termin</numerusform>
            <numerusform>Per kort: %n gånger per termin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card</source>
        <translation>
            <numerusform>Per kort: %n gång</numerusform>
            <numerusform>Per kort: %n gånger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>under %n dag</numerusform>
            <numerusform>under %n dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>under %n månad</numerusform>
            <numerusform>under %n månader</numerusform>
        </translation>
    </message>
    <message>
        <source>all the venue&apos;s courses together</source>
        <translation>aktörens alla kurser sammanlagt</translation>
    </message>
    <message>
        <source>Ask for the fee: the part above {amount} is to be paid.</source>
        <translation>Fråga efter avgiften: den del som överstiger {amount} ska betalas.</translation>
    </message>
    <message>
        <source>Free with a Kaikukortti.</source>
        <translation>Gratis med Kaikukortet.</translation>
    </message>
    <message>
        <source>To pay: {amount}.</source>
        <translation>Att betala: {amount}.</translation>
    </message>
    <message>
        <source>Children and grandchildren under {age} also get free tickets.</source>
        <translation>Även barn och barnbarn under {age} år får biljetter.</translation>
    </message>
    <message>
        <source>No children&apos;s tickets.</source>
        <translation>Inga barnbiljetter.</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>No set date</source>
        <translation>Utan datum</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Avslutade</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>slutsålt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>inställt</translation>
    </message>
    <message>
        <source>{left} of {total} tickets left</source>
        <translation>{left} av {total} biljetter kvar</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Kommande dagar</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evenemang</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Löpande</translation>
    </message>
    <message>
        <source>Culture</source>
        <translation>Kultur</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Utbildning</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>Vetenskap</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Idrott och motion</translation>
    </message>
    <message>
        <source>Tickets are available.</source>
        <translation>Biljetter kan delas ut.</translation>
    </message>
    <message>
        <source>Sold out: there are no free tickets to a sold-out event.</source>
        <translation>Slutsålt: till ett slutsålt evenemang ges inga gratisbiljetter.</translation>
    </message>
    <message>
        <source>Cancelled: no tickets can be given.</source>
        <translation>Inställt: inga biljetter delas ut.</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Biljetter delas ut</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Slutsålt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Inställt</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Totalt</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Per dag</translation>
    </message>
    <message>
        <source>A calendar year</source>
        <translation>Per kalenderår</translation>
    </message>
    <message>
        <source>A school year</source>
        <translation>Per läsår</translation>
    </message>
    <message>
        <source>A term</source>
        <translation>Per termin</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Ett antal dagar</translation>
    </message>
    <message>
        <source>Number of calendar months</source>
        <translation>Ett antal kalendermånader</translation>
    </message>
    <message>
        <source>Added at this desk. Waiting to be sent.</source>
        <translation>Tillagt här; väntar på att skickas.</translation>
    </message>
    <message>
        <source>Added at this desk. Being sent to the register.</source>
        <translation>Tillagt här; på väg till registret.</translation>
    </message>
    <message>
        <source>Added at this desk. Received by the register.</source>
        <translation>Tillagt här; finns i registret.</translation>
    </message>
    <message>
        <source>Added at this desk. The register rejected it: see To resolve.</source>
        <translation>Tillagt här; registret godkände det inte. Orsaken finns på sidan Att reda ut.</translation>
    </message>
    <message>
        <source>Added at this desk. Removed.</source>
        <translation>Tillagt här; borttaget ur utbudet.</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>Offers</source>
        <translation>Utbud</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>Borttaget ur utbudet: {name}</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>Tillagt: {name}</translation>
    </message>
    <message>
        <source>Changed: {name}</source>
        <translation>Ändrat: {name}</translation>
    </message>
    <message>
        <source>Filtered by {sectors}: {count} of {total} offers.</source>
        <translation>Bara {sectors}: {count} av {total} visas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>Try other words, or clear the filter.</source>
        <translation>Pröva andra ord eller ta bort filtret.</translation>
    </message>
    <message>
        <source>No matching offers</source>
        <translation>Inga sökresultat</translation>
    </message>
    <message>
        <source>Offers come from the register. You can also add your own.</source>
        <translation>Utbudet kommer från registret. Du kan också lägga till egna evenemang och tjänster.</translation>
    </message>
    <message>
        <source>No offers yet</source>
        <translation>Inget utbud ännu</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Skicka och hämta nu</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>Lägg till i utbudet</translation>
    </message>
    <message>
        <source>Search by name or place</source>
        <translation>Sök på namn eller plats</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrera</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the ticket desk…</source>
        <translation>Biljettluckan öppnas…</translation>
    </message>
    <message>
        <source>Repairing damaged data. Please wait: this can take a few minutes.</source>
        <translation>Skadade uppgifter repareras, vänta en stund. Det kan ta några minuter.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Scan a card or type its number</source>
        <translation>Läs kortet eller skriv numret</translation>
    </message>
    <message>
        <source>Then press Enter to see which tickets to hand out.</source>
        <translation>Tryck sedan på Enter. Du ser genast vilka biljetter du ska ge.</translation>
    </message>
    <message>
        <source>Press Enter to check the card</source>
        <translation>Tryck på Enter för att kontrollera kortet</translation>
    </message>
    <message>
        <source>Esc clears the number.</source>
        <translation>Esc rensar numret.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Kontrollerar…</translation>
    </message>
    <message>
        <source>The card is not in this desk&apos;s copy of the register, so the desk is asking the central register.</source>
        <translation>Kortet finns inte i den här luckans register. Luckan frågar Kaikukanta.</translation>
    </message>
    <message>
        <source>Kaikukanta does not know this card</source>
        <translation>Kaikukanta känner inte till det här kortet</translation>
    </message>
    <message>
        <source>The desk asked just now. Compare the number with the card: it may be mistyped.</source>
        <translation>Kortet kontrollerades nyss. Jämför numret med kortet: det kan vara felskrivet.</translation>
    </message>
    <message>
        <source>If the number is right, you can record the visit using the date on the card. The register may reject it later, although the tickets have been given.</source>
        <translation>Om numret stämmer kan du registrera besöket enligt kortets sista giltighetsdag. Registret kan avvisa registreringen senare, fast biljetterna redan har delats ut.</translation>
    </message>
    <message>
        <source>The central register does not answer. Check the number. If it is right, you can record the visit using the date on the card. The register may reject it later.</source>
        <translation>Kaikukanta svarar inte. Kontrollera numret. Om det stämmer kan du registrera besöket enligt kortets sista giltighetsdag. Registret kan avvisa registreringen senare.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Öppnar luckan…</translation>
    </message>
    <message>
        <source>No offers yet</source>
        <translation>Inget utbud ännu</translation>
    </message>
    <message>
        <source>Offers come from the register. Connect this computer to the internet and wait a moment. If none appear, ask Kaikukeskus whether your offers are in the register.</source>
        <translation>Utbudet hämtas från Kaikukanta. Anslut datorn till internet och vänta en stund. Om inget kommer, fråga Kaikukeskus om ert utbud finns i Kaikukanta.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrerat</translation>
    </message>
    <message>
        <source>Record undone</source>
        <translation>Registreringen ångrad</translation>
    </message>
    <message>
        <source>You can restore it until the end of the day.</source>
        <translation>Den kan återställas under dagen.</translation>
    </message>
    <message>
        <source>Recorded again</source>
        <translation>Registrerat på nytt</translation>
    </message>
    <message>
        <source>Ready for the next card.</source>
        <translation>Redo för nästa kort.</translation>
    </message>
    <message>
        <source>Record using the date on the card</source>
        <translation>Registrera enligt giltighetsdagen</translation>
    </message>
    <message>
        <source>Check the number</source>
        <translation>Kontrollera numret</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kontrollera igen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrollera</translation>
    </message>
    <message>
        <source>Record: {tickets}</source>
        <translation>Registrera: {tickets}</translation>
    </message>
    <message>
        <source>{tickets} · {amount} to pay</source>
        <translation>{tickets} · {amount} att betala</translation>
    </message>
    <message>
        <source>You may ask for proof of identity: an identity card, driving licence or passport.</source>
        <translation>Du kan be om en legitimation: identitetskort, körkort eller pass.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Registrerar…</translation>
    </message>
    <message>
        <source>Asking the central register…</source>
        <translation>Frågar Kaikukanta…</translation>
    </message>
    <message>
        <source>The ticket was recorded when you scanned the card. Ctrl+Z undoes it. If you scan the card again, press Enter to record it.</source>
        <translation>Besöket registrerades när kortet lästes. Ctrl+Z ångrar. Om du läser kortet igen, registrera med Enter.</translation>
    </message>
    <message>
        <source>Group finished</source>
        <translation>Gruppen är klar</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Last valid day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>Fee, euros</source>
        <translation>Avgift, euro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Kontrollerar…</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Registrerar…</translation>
    </message>
    <message>
        <source>Recorded: {tickets}</source>
        <translation>Registrerat: {tickets}</translation>
    </message>
    <message>
        <source>Ready: {tickets}</source>
        <translation>Klar: {tickets}</translation>
    </message>
    <message>
        <source>This card already has a visit for this offer and date. Record it anyway?</source>
        <translation>Kortet är redan registrerat för samma evenemang eller tjänst den dagen. Registrera ändå?</translation>
    </message>
    <message>
        <source>Enter the last valid day printed on the card.</source>
        <translation>Mata in den sista giltighetsdagen som är tryckt på kortet.</translation>
    </message>
    <message>
        <source>Enter an amount in euros, for example 25 or 12.50.</source>
        <translation>Skriv ett belopp i euro, till exempel 25 eller 12,50.</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
</context>
<context>
    <name>PaperEntryPanel</name>
    <message numerus="yes">
        <source>Record %n ready row(s)</source>
        <translation>
            <numerusform>Registrera %n klar rad</numerusform>
            <numerusform>Registrera %n klara rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Rad {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) belong to another offer or date.</source>
        <translation>
            <numerusform>%n rad har matats in för ett annat evenemang, en annan tjänst eller en annan dag och blir kvar där.</numerusform>
            <numerusform>%n rader har matats in för ett annat evenemang, en annan tjänst eller en annan dag och blir kvar där.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to this offer and date</source>
        <translation>Flytta hit</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) recorded.</source>
        <translation>
            <numerusform>%n rad registrerad.</numerusform>
            <numerusform>%n rader registrerade.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) need checking.</source>
        <translation>
            <numerusform>%n rad kräver åtgärd.</numerusform>
            <numerusform>%n rader kräver åtgärd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the paper form</source>
        <translation>Blankettens rader</translation>
    </message>
    <message>
        <source>Record this row anyway</source>
        <translation>Registrera raden ändå</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Ta bort raden</translation>
    </message>
    <message>
        <source>Remove the row without recording it?</source>
        <translation>Ta bort raden utan att registrera den?</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Ta bort raden</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Behåll raden</translation>
    </message>
    <message>
        <source>Hide recorded rows</source>
        <translation>Dölj registrerade rader</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Kaikukortti visits on paper</source>
        <translation>Kaikukortsbesök på papper</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Event, course or service</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Check the last valid day on the card. The card is still valid on that day.</source>
        <translation>Kontrollera kortets sista giltighetsdag: kortet gäller ännu den dagen.</translation>
    </message>
    <message>
        <source>Use one line for each card. Copy the number exactly, and write how many tickets of each kind.</source>
        <translation>En rad för varje kort: numret tecken för tecken och antalet biljetter av varje slag.</translation>
    </message>
    <message>
        <source>Personal card: holder, children and grandchildren under {age}. Community card: worker and clients under {community_age}. Assistants are always free.</source>
        <translation>Personligt kort: innehavare samt barn och barnbarn under {age} år. Gemenskapens kort: medarbetare och klienter under {community_age} år. Assistenter går alltid in gratis.</translation>
    </message>
    <message>
        <source>When the computer works again, enter the lines on the page Paper forms. Then destroy this form.</source>
        <translation>Mata in raderna på sidan Blanketter så snart datorn fungerar. Förstör sedan blanketten.</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Last valid day on the card</source>
        <translation>Sista giltighetsdag på kortet</translation>
    </message>
    <message>
        <source>Fee, euros</source>
        <translation>Avgift, euro</translation>
    </message>
    <message>
        <source>Time and initials</source>
        <translation>Klockslag och initialer</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Paper forms</source>
        <translation>Blanketter</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Choose the offer: {now}</source>
        <translation>Välj evenemang eller tjänst: {now}</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>d.m.åååå</translation>
    </message>
    <message>
        <source>No offer chosen</source>
        <translation>Inget valt ännu</translation>
    </message>
    <message>
        <source>Enter forms</source>
        <translation>Mata in blanketter</translation>
    </message>
    <message>
        <source>Print a form</source>
        <translation>Skriv ut en blankett</translation>
    </message>
    <message>
        <source>Date of the visits</source>
        <translation>Besöksdag</translation>
    </message>
</context>
<context>
    <name>PaperPrintPanel</name>
    <message>
        <source>The form has been saved.</source>
        <translation>Blanketten är sparad.</translation>
    </message>
    <message>
        <source>The form was sent to the printer.</source>
        <translation>Blanketten har skickats till skrivaren.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>kaikukortti-form.pdf</source>
        <translation>kaikukort-blankett.pdf</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Ett ögonblick…</translation>
    </message>
    <message numerus="yes">
        <source>Pages (%n line(s) each)</source>
        <translation>
            <numerusform>Sidor med %n rad</numerusform>
            <numerusform>Sidor med %n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>Blankettens språk</translation>
    </message>
    <message>
        <source>Preview of the form</source>
        <translation>Blanketten så som den skrivs ut</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Skriv ut…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Spara som PDF…</translation>
    </message>
</context>
<context>
    <name>PrintedDayField</name>
    <message>
        <source>Last valid day printed on the card</source>
        <translation>Sista giltighetsdag på kortet</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>d.m.åååå</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stop</source>
        <translation>Avbryt</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Ungefär %n minut kvar</numerusform>
            <numerusform>Ungefär %n minuter kvar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>Ungefär %n sekund kvar</numerusform>
            <numerusform>Ungefär %n sekunder kvar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadersPart</name>
    <message>
        <source>Scanner and camera</source>
        <translation>Läsare och kamera</translation>
    </message>
    <message>
        <source>Scan any card to test the scanner. Nothing is checked or recorded on this page.</source>
        <translation>Läs vilket kort som helst på den här sidan: här kontrolleras och registreras ingenting.</translation>
    </message>
</context>
<context>
    <name>RecentVisitLine</name>
    <message>
        <source>Recorded {time}</source>
        <translation>Registrerat kl. {time}</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Ångrar…</translation>
    </message>
    <message>
        <source>Undone {time}</source>
        <translation>Ångrat kl. {time}</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Återställer…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <source>Restore the last record</source>
        <translation>Återställ senaste registreringen</translation>
    </message>
    <message>
        <source>Undo the last record</source>
        <translation>Ångra senaste registreringen</translation>
    </message>
</context>
<context>
    <name>RecoveryWords</name>
    <message numerus="yes">
        <source>%n unsent record(s) imported from the old data.</source>
        <translation>
            <numerusform>%n oskickad registrering lästes in från de gamla uppgifterna.</numerusform>
            <numerusform>%n oskickade registreringar lästes in från de gamla uppgifterna.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync once: what had been sent is still in the register. Then compare the page Visits with your own notes and paper forms for that time, and record again what is missing.</source>
        <translation>Skicka och hämta en gång: det som redan har skickats finns kvar i registret. Jämför sedan sidan Besök med era egna anteckningar och blanketter för den tiden och registrera det som saknas på nytt.</translation>
    </message>
    <message>
        <source>This desk&apos;s data was damaged.</source>
        <translation>Den här luckans uppgifter var skadade.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) recovered.</source>
        <translation>
            <numerusform>%n besök räddades.</numerusform>
            <numerusform>%n besök räddades.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s database was older than its operation log. This can happen in a power cut, or when a backup or a cloud service restores an old file.</source>
        <translation>Den här luckans databas var äldre än registreringsloggen. Det kan hända vid ett strömavbrott eller när en säkerhetskopiering eller en molntjänst återställer en gammal fil.</translation>
    </message>
    <message>
        <source>The newest part of this desk&apos;s data was missing.</source>
        <translation>Den nyaste delen av luckans uppgifter saknades.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) recovered from the operation log and waiting to be sent.</source>
        <translation>
            <numerusform>%n registrering kom från registreringsloggen; den väntar på att skickas.</numerusform>
            <numerusform>%n registreringar kom från registreringsloggen; de väntar på att skickas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The operation log, the second copy of the records, was damaged or missing as well.</source>
        <translation>Också registreringsloggen, den andra kopian av registreringarna, var skadad eller borta.</translation>
    </message>
    <message>
        <source>The operation log, the second copy of the records, was damaged or missing. It has been completed from the database.</source>
        <translation>Registreringsloggen, alltså det andra exemplaret av det som registreras här, var skadad eller borta. Den kompletterades från databasen.</translation>
    </message>
    <message>
        <source>The file with the number of the last record was damaged or missing.</source>
        <translation>Filen med den sista registreringens nummer var skadad eller borta.</translation>
    </message>
    <message>
        <source>Some of the most recent records may also be missing.</source>
        <translation>Mer av det som registrerades sist kan också saknas.</translation>
    </message>
    <message>
        <source>Records made after {time} may be missing.</source>
        <translation>Registreringar som gjordes efter {time} kan saknas.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be recovered.</source>
        <translation>
            <numerusform>%n registrering kunde inte räddas.</numerusform>
            <numerusform>%n registreringar kunde inte räddas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made before {last} could not be recovered.</source>
        <translation>
            <numerusform>%n registrering som gjordes före {last} kunde inte räddas.</numerusform>
            <numerusform>%n registreringar som gjordes före {last} kunde inte räddas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made between {first} and {last} could not be recovered.</source>
        <translation>
            <numerusform>%n registrering som gjordes mellan {first} och {last} kunde inte räddas.</numerusform>
            <numerusform>%n registreringar som gjordes mellan {first} och {last} kunde inte räddas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept in {path}.</source>
        <translation>Den skadade filen finns kvar i {path}.</translation>
    </message>
    <message>
        <source>The register and the offers are downloaded again.</source>
        <translation>Registret och utbudet hämtas på nytt.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Not in the register</source>
        <translation>Kortet finns inte i registret</translation>
    </message>
    <message>
        <source>Check the number. If it is right, the card may be too new to be in the register. You can record the visit using the last valid day printed on the card.</source>
        <translation>Kontrollera numret. Om det stämmer kan kortet vara så nytt att det inte har hunnit in i registret. Du kan registrera besöket enligt kortets sista giltighetsdag.</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Kortet gäller inte ännu</translation>
    </message>
    <message>
        <source>The card becomes valid on a later date.</source>
        <translation>Kortet kan användas först från och med den dag då det börjar gälla.</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>Kortet har gått ut</translation>
    </message>
    <message>
        <source>The holder can get a new card from a Kaikukortti issuer.</source>
        <translation>Ett nytt kort får man av en aktör som delar ut Kaikukortet.</translation>
    </message>
    <message>
        <source>The card is suspended</source>
        <translation>Kortet är tillfälligt ur bruk</translation>
    </message>
    <message>
        <source>The issuer of the card can help.</source>
        <translation>Den som delat ut kortet vet mer och kan hjälpa till.</translation>
    </message>
    <message>
        <source>The card is no longer in use</source>
        <translation>Kortet är inte längre i bruk</translation>
    </message>
    <message>
        <source>The holder may have a new card. The issuer of the card can help.</source>
        <translation>Innehavaren kan ha ett nytt kort. Den som delat ut kortet kan hjälpa till.</translation>
    </message>
    <message>
        <source>The card is valid only in its own area</source>
        <translation>Kortet gäller bara i sitt eget område</translation>
    </message>
    <message>
        <source>The card belongs to a local pilot and cannot be used here.</source>
        <translation>Det hör till ett lokalt försök och kan inte användas här.</translation>
    </message>
    <message>
        <source>Too many children for this card</source>
        <translation>Fler barn än kortet omfattar</translation>
    </message>
    <message>
        <source>No children&apos;s tickets for this offer</source>
        <translation>Inga barnbiljetter till det här</translation>
    </message>
    <message>
        <source>Wrong tickets for this kind of card</source>
        <translation>Fel biljetter för den här typen av kort</translation>
    </message>
    <message>
        <source>The register sets how many children and grandchildren under {age} the card covers.</source>
        <translation>Registret visar hur många barn och barnbarn under {age} år kortet gäller för.</translation>
    </message>
    <message>
        <source>This is a course, or for adults only. The others can get their tickets.</source>
        <translation>Det här är en kurs eller bara för vuxna. De andra kan få sina biljetter.</translation>
    </message>
    <message>
        <source>A personal card is for its holder and their children under {age}, a community card for the worker and clients under {community_age}.</source>
        <translation>Personligt kort: innehavaren och barn under {age} år. Gemenskapens kort: medarbetaren och klienter under {community_age} år.</translation>
    </message>
    <message>
        <source>No Kaikukortti tickets left</source>
        <translation>Inga Kaikukortsbiljetter kvar</translation>
    </message>
    <message>
        <source>All Kaikukortti tickets for this offer have been given out.</source>
        <translation>De biljetter som reserverats för Kaikukortet har delats ut.</translation>
    </message>
    <message>
        <source>The card has reached its limit</source>
        <translation>Kortet har använts så många gånger det får</translation>
    </message>
    <message>
        <source>Each card has a limit for this offer. Suggest another offer.</source>
        <translation>Kortet ger inte fler biljetter till det här. Föreslå något annat.</translation>
    </message>
    <message>
        <source>The event is cancelled</source>
        <translation>Evenemanget är inställt</translation>
    </message>
    <message>
        <source>Choose another offer (F2).</source>
        <translation>Välj ett annat evenemang (F2).</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Slutsålt</translation>
    </message>
    <message>
        <source>There are no free tickets to a sold-out event.</source>
        <translation>Till ett slutsålt evenemang ges inga gratisbiljetter.</translation>
    </message>
    <message>
        <source>The register has a different record with this ID</source>
        <translation>Registret har en annan registrering med samma id</translation>
    </message>
    <message>
        <source>Record the visit again, and withdraw this one.</source>
        <translation>Registrera besöket på nytt och återkalla den här registreringen.</translation>
    </message>
    <message>
        <source>This cannot be recorded as it is</source>
        <translation>Besöket kan inte registreras så här</translation>
    </message>
    <message>
        <source>Check the card number and the tickets. A visit needs at least one ticket.</source>
        <translation>Kontrollera numret och biljetterna: det behövs minst en biljett.</translation>
    </message>
    <message>
        <source>The register copy is too old</source>
        <translation>Registret är för gammalt</translation>
    </message>
    <message>
        <source>This desk&apos;s copy of the register is too old. Connect to the internet as soon as you can.</source>
        <translation>Luckans register är för gammalt. Anslut datorn till internet så snart du kan.</translation>
    </message>
    <message>
        <source>Children come with the holder</source>
        <translation>Barn kommer tillsammans med innehavaren</translation>
    </message>
    <message>
        <source>Add the holder&apos;s ticket: children under {age} go together with the holder.</source>
        <translation>Lägg till innehavarens biljett: barn under {age} år kommer tillsammans med innehavaren.</translation>
    </message>
    <message>
        <source>Clients come with the worker</source>
        <translation>Klienter kommer tillsammans med medarbetaren</translation>
    </message>
    <message>
        <source>Add the worker&apos;s ticket: clients under {community_age} come with a worker.</source>
        <translation>Lägg till medarbetarens biljett: klienter under {community_age} år kommer med en medarbetare.</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>The register does not have this card.</source>
        <translation>Kortet finns inte i registret.</translation>
    </message>
    <message>
        <source>Check the number for typing errors and correct it. If it is right, send the record again later: some cards are registered late.</source>
        <translation>Kontrollera numret och rätta det om det är fel. Om numret är rätt, skicka registreringen på nytt senare: en del kort förs in i registret i efterhand.</translation>
    </message>
    <message>
        <source>The card was not valid yet on that date.</source>
        <translation>Kortet gällde ännu inte den dagen.</translation>
    </message>
    <message>
        <source>Check the number and the date. If both are right, withdraw the visit.</source>
        <translation>Kontrollera numret och dagen. Om de är rätt, återkalla registreringen.</translation>
    </message>
    <message>
        <source>The card had expired by that date.</source>
        <translation>Kortet hade redan gått ut den dagen.</translation>
    </message>
    <message>
        <source>The card was suspended.</source>
        <translation>Kortet var tillfälligt ur bruk.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit, or send it to Kaikukeskus.</source>
        <translation>Kontrollera numret. Om det är rätt, återkalla registreringen eller skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The card was no longer in use.</source>
        <translation>Kortet var inte längre i bruk.</translation>
    </message>
    <message>
        <source>Check the number: the holder may have a new card. If it is right, withdraw the visit.</source>
        <translation>Kontrollera numret: innehavaren kan ha ett nytt kort. Om numret är rätt, återkalla registreringen.</translation>
    </message>
    <message>
        <source>The card is valid only in its own area.</source>
        <translation>Kortet gäller bara i sitt eget område.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit.</source>
        <translation>Kontrollera numret. Om det är rätt, återkalla registreringen.</translation>
    </message>
    <message>
        <source>There were more children&apos;s tickets than the card covers.</source>
        <translation>Det gavs fler barnbiljetter än kortet omfattar.</translation>
    </message>
    <message>
        <source>Correct the tickets to match what was handed out.</source>
        <translation>Rätta biljetterna enligt vad som delades ut.</translation>
    </message>
    <message>
        <source>The offer does not include children, or the holder&apos;s ticket was missing.</source>
        <translation>Till evenemanget eller tjänsten ges inga barnbiljetter, eller så saknades innehavarens biljett.</translation>
    </message>
    <message>
        <source>Correct the tickets or the offer.</source>
        <translation>Rätta biljetterna, evenemanget eller tjänsten.</translation>
    </message>
    <message>
        <source>These tickets are not for this kind of card.</source>
        <translation>Sådana biljetter ges inte med den här typen av kort.</translation>
    </message>
    <message>
        <source>Correct the tickets. One visit has tickets for a personal card or for a community card, not for both.</source>
        <translation>Rätta biljetterna: antingen ett personligt kort eller gemenskapens kort, inte båda.</translation>
    </message>
    <message>
        <source>There were no Kaikukortti tickets left for this offer.</source>
        <translation>Kaikukortsbiljetterna hade tagit slut.</translation>
    </message>
    <message>
        <source>Increase the number of tickets in the register and send the record again, or withdraw the visit.</source>
        <translation>Öka antalet biljetter i registret och skicka registreringen på nytt, eller återkalla den.</translation>
    </message>
    <message>
        <source>The card had already reached its limit.</source>
        <translation>Kortet hade redan använts så många gånger som det får.</translation>
    </message>
    <message>
        <source>If another visit with this card was a mistake, withdraw that visit and send this one again. Otherwise, withdraw this one.</source>
        <translation>Om någon annan registrering på kortet var ett misstag, återkalla den och skicka den här på nytt. Återkalla annars den här.</translation>
    </message>
    <message>
        <source>The event is cancelled.</source>
        <translation>Evenemanget är inställt.</translation>
    </message>
    <message>
        <source>Withdraw the visit, or correct the offer.</source>
        <translation>Återkalla registreringen eller välj rätt evenemang.</translation>
    </message>
    <message>
        <source>The register has a different record with this ID.</source>
        <translation>Registret har en annan registrering med samma id.</translation>
    </message>
    <message>
        <source>Correct the visit. It is then recorded again with a new ID.</source>
        <translation>Rätta den: besöket registreras på nytt med ett eget id.</translation>
    </message>
    <message>
        <source>The register could not read this record.</source>
        <translation>Registret kan inte tolka det som skickades.</translation>
    </message>
    <message>
        <source>Install the latest version of Kaikuluukku and send the record again, or send it to Kaikukeskus.</source>
        <translation>Installera den senaste versionen av programmet och skicka på nytt, eller skicka ärendet till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The record is too old for the register.</source>
        <translation>Registreringen är för gammal.</translation>
    </message>
    <message>
        <source>If the date is wrong, correct it. Otherwise, send the record to Kaikukeskus with a note.</source>
        <translation>Om dagen är fel, rätta den. Skicka annars ärendet till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The record is too large for the register.</source>
        <translation>Det som skickades är för stort för registret.</translation>
    </message>
    <message>
        <source>Send it to Kaikukeskus, and report this to the developers of Kaikuluukku.</source>
        <translation>Skicka ärendet till Kaikukeskus och meddela programmets utvecklare.</translation>
    </message>
    <message>
        <source>The register rejected this record.</source>
        <translation>Registret godkände inte registreringen.</translation>
    </message>
    <message>
        <source>Send it again, or send it to Kaikukeskus with a note.</source>
        <translation>Skicka den på nytt, eller skicka den till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The register does not accept a visit with a date in the future.</source>
        <translation>Registret tar inte emot ett besök på en dag som inte har kommit än.</translation>
    </message>
    <message>
        <source>Enter the right date: correct the visit and send it again.</source>
        <translation>Ge besöket rätt dag: rätta det och skicka det på nytt.</translation>
    </message>
    <message>
        <source>The register did not withdraw the visit.</source>
        <translation>Registret godkände inte återkallelsen.</translation>
    </message>
    <message>
        <source>The register still counts the visit. Send the withdrawal again, or send it to Kaikukeskus with a note.</source>
        <translation>Besöket räknas fortfarande i registret. Skicka återkallelsen på nytt, eller skicka den till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The register did not accept the offer that your venue added.</source>
        <translation>Registret godkände inte det ni har lagt till i utbudet.</translation>
    </message>
    <message>
        <source>Visits to this offer wait until the register accepts it. Correct the offer, or send it to Kaikukeskus with a note.</source>
        <translation>Besök som har registrerats till det väntar på att registret godkänner det. Rätta uppgifterna, eller skicka dem till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The card was used at another desk too, while the desks could not reach each other.</source>
        <translation>Kortet användes också vid en annan lucka när luckorna inte hade kontakt med varandra.</translation>
    </message>
    <message>
        <source>If both visits are right, mark this as seen. If not, withdraw one of them: this one here, or the other one at the other desk.</source>
        <translation>Om båda besöken stämmer, markera detta som sett. Återkalla annars det ena: det här besöket här eller det andra vid den andra luckan.</translation>
    </message>
    <message>
        <source>The card&apos;s limit was exceeded, since the desks could not reach each other.</source>
        <translation>Kortets gräns överskreds eftersom luckorna inte hade kontakt med varandra.</translation>
    </message>
    <message>
        <source>The register may reject one of the visits. Agree with the other desk on which one to withdraw, or mark this as seen.</source>
        <translation>Registret kan avvisa ett av besöken. Kom överens med den andra luckan om vilket som återkallas, eller markera detta som sett.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Rätta och skicka på nytt</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Skicka på nytt</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Återkalla</translation>
    </message>
    <message>
        <source>Send to Kaikukeskus</source>
        <translation>Skicka till Kaikukeskus</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>Markera som sett</translation>
    </message>
    <message>
        <source>The register does not know the offer of this visit.</source>
        <translation>Registret känner inte till det evenemang eller den tjänst som registreringen gäller.</translation>
    </message>
    <message>
        <source>The visit is sent automatically once the register has the offer. If the register rejected your venue&apos;s own offer, correct that first, or choose the right offer for the visit.</source>
        <translation>Registreringen skickas av sig själv när evenemanget eller tjänsten finns i registret. Om registret inte godkände det som ni själva har lagt till, rätta det först, eller välj rätt evenemang eller tjänst för registreringen.</translation>
    </message>
    <message>
        <source>Sending this record keeps failing.</source>
        <translation>Den här registreringen har inte gått att skicka trots flera försök.</translation>
    </message>
    <message>
        <source>Everything else is sent. The program tries this record again automatically, at longer and longer intervals. Tell your IT support if it stays here.</source>
        <translation>Allt annat skickas. Programmet försöker igen av sig självt, allt mer sällan. Meddela it‑stödet om registreringen blir kvar här.</translation>
    </message>
    <message>
        <source>This record cannot be read on this computer.</source>
        <translation>Den här registreringen kan inte läsas på den här datorn.</translation>
    </message>
    <message>
        <source>The record is kept unchanged, and everything else is sent. Install the latest version of Kaikuluukku, or send the record to Kaikukeskus.</source>
        <translation>Den sparas som den är, och allt annat skickas. Installera den senaste versionen av programmet, eller skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>This was recorded for another venue or another register.</source>
        <translation>Det här registrerades för en annan aktör eller i ett annat register.</translation>
    </message>
    <message>
        <source>The record is kept but not sent from this desk. Enrol this desk at that venue again, ask your IT support to move the record to a desk of that venue in a file, or send it to Kaikukeskus.</source>
        <translation>Registreringen sparas men skickas inte från den här luckan. Ta luckan i bruk på nytt hos den aktören, be it‑stödet föra över registreringen i en fil till en av den aktörens luckor, eller skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The register has not accepted this record for a long time.</source>
        <translation>Registret har inte tagit emot den här registreringen på länge.</translation>
    </message>
    <message>
        <source>The program tries again automatically. If the record stays here, send it to Kaikukeskus.</source>
        <translation>Programmet försöker igen av sig självt. Om registreringen blir kvar här, skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The register does not accept notes, so nobody has received this one. Contact Kaikukeskus.</source>
        <translation>Registret tar inte emot meddelanden, så ingen har fått det här. Kontakta Kaikukeskus.</translation>
    </message>
    <message>
        <source>The note is waiting to be sent.</source>
        <translation>Meddelandet väntar på att skickas.</translation>
    </message>
    <message>
        <source>The register has not accepted the note for a long time, so nobody has received it yet. The program tries again automatically.</source>
        <translation>Registret har inte tagit emot meddelandet på länge, så ingen har fått det ännu. Programmet försöker igen av sig självt.</translation>
    </message>
    <message>
        <source>Kaikukeskus has received the note.</source>
        <translation>Kaikukeskus har fått meddelandet.</translation>
    </message>
</context>
<context>
    <name>RegisterFilePart</name>
    <message>
        <source>The two do not match.</source>
        <translation>Lösenfraserna är inte lika.</translation>
    </message>
    <message>
        <source>Saving the register</source>
        <translation>Registret sparas i filen</translation>
    </message>
    <message>
        <source>Importing the register</source>
        <translation>Registret läses in</translation>
    </message>
    <message>
        <source>Save the register in a file</source>
        <translation>Spara registret i en fil</translation>
    </message>
    <message>
        <source>kaikukortti-register.kaiku</source>
        <translation>kaikukort-register.kaiku</translation>
    </message>
    <message>
        <source>Kaikuluukku files (*.kaiku)</source>
        <translation>Kaikuluukkus filer (*.kaiku)</translation>
    </message>
    <message>
        <source>Import the register from a file</source>
        <translation>Läs in registret från en fil</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alla filer (*)</translation>
    </message>
    <message>
        <source>The register by file</source>
        <translation>Registret som fil</translation>
    </message>
    <message>
        <source>A desk that is online saves the register on a memory stick, and an offline desk of the same venue imports it. Every card is verified by Kaikukanta&apos;s own signature.</source>
        <translation>En lucka som är ansluten sparar registret på ett usb-minne, och en av aktörens luckor utan anslutning läser in det. Varje kort kontrolleras med Kaikukantas elektroniska underskrift.</translation>
    </message>
    <message>
        <source>Save in a file…</source>
        <translation>Spara i en fil…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Läs in från en fil…</translation>
    </message>
    <message>
        <source>At least 10 characters. A few words make a good passphrase.</source>
        <translation>Minst 10 tecken. Några ord går bra.</translation>
    </message>
    <message>
        <source>Passphrase for the file</source>
        <translation>Filens lösenfras</translation>
    </message>
    <message>
        <source>Repeat the passphrase</source>
        <translation>Lösenfrasen igen</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Spara filen</translation>
    </message>
    <message>
        <source>Import the file</source>
        <translation>Läs in filen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>RegisterStep</name>
    <message>
        <source>Downloading the register</source>
        <translation>Registret hämtas</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Cards are now checked at once, even offline.</source>
        <translation>Korten kontrolleras nu genast, med eller utan nät.</translation>
    </message>
    <message>
        <source>With a copy of the register on this computer, cards are checked at once, even offline. You can open the ticket desk now: the download continues.</source>
        <translation>När registret finns på datorn kontrolleras korten genast, med eller utan nät. Du kan redan öppna biljettluckan: hämtningen fortsätter under tiden.</translation>
    </message>
    <message>
        <source>Open the ticket desk</source>
        <translation>Öppna biljettluckan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) downloaded.</source>
        <translation>
            <numerusform>%Ln kort har hämtats.</numerusform>
            <numerusform>%Ln kort har hämtats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) so far</source>
        <translation>
            <numerusform>%Ln kort hittills</numerusform>
            <numerusform>%Ln kort hittills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message numerus="yes">
        <source>%Ln card(s) saved in the file.</source>
        <translation>
            <numerusform>%Ln kort sparades i filen.</numerusform>
            <numerusform>%Ln kort sparades i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) imported.</source>
        <translation>
            <numerusform>%Ln kort lästes in.</numerusform>
            <numerusform>%Ln kort lästes in.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is too old to check cards.</source>
        <translation>Registret är för gammalt för att kontrollera kort.</translation>
    </message>
    <message>
        <source>This desk can check cards offline until {time} today.</source>
        <translation>Den här luckan kan kontrollera kort utan anslutning till kl. {time} i dag.</translation>
    </message>
    <message>
        <source>This desk can check cards offline until {day}.</source>
        <translation>Den här luckan kan kontrollera kort utan anslutning till och med {day}.</translation>
    </message>
    <message>
        <source>Can be used until {time} today</source>
        <translation>Kan användas till kl. {time} i dag</translation>
    </message>
    <message>
        <source>Can be used until {day}</source>
        <translation>Kan användas till och med {day}</translation>
    </message>
    <message>
        <source>The register is from {day}, {time}.</source>
        <translation>Registret uppdaterades {day} kl. {time}.</translation>
    </message>
</context>
<context>
    <name>RejectionDetails</name>
    <message numerus="yes">
        <source>Select all %n with this reason</source>
        <translation>
            <numerusform>Välj den %n med samma orsak</numerusform>
            <numerusform>Välj alla %n med samma orsak</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the offer</source>
        <translation>Ta bort ur utbudet</translation>
    </message>
    <message>
        <source>Remove this offer? Its visits are kept and counted.</source>
        <translation>Ska det här tas bort ur utbudet? Besöken finns kvar och räknas.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Keep the offer</source>
        <translation>Ta inte bort</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)?</source>
        <translation>
            <numerusform>Återkalla %n registrering?</numerusform>
            <numerusform>Återkalla %n registreringar?</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw this visit?</source>
        <translation>Återkalla den här registreringen?</translation>
    </message>
    <message>
        <source>Withdraw the visit</source>
        <translation>Återkalla registreringen</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)</source>
        <translation>
            <numerusform>Återkalla %n registrering</numerusform>
            <numerusform>Återkalla %n registreringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Återkalla inte</translation>
    </message>
    <message>
        <source>Note to Kaikukeskus (do not write names)</source>
        <translation>Meddelande till Kaikukeskus (skriv inga namn)</translation>
    </message>
    <message>
        <source>Send with this note</source>
        <translation>Skicka med det här meddelandet</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Skicka inte</translation>
    </message>
</context>
<context>
    <name>RejectionsPage</name>
    <message>
        <source>To resolve</source>
        <translation>Att reda ut</translation>
    </message>
    <message>
        <source>Sent again. The register&apos;s answer appears here.</source>
        <translation>Skickat på nytt. Registrets svar visas här.</translation>
    </message>
    <message numerus="yes">
        <source>The register accepted %n record(s) that you sent again.</source>
        <translation>
            <numerusform>Registret har godkänt %n registrering som skickades på nytt.</numerusform>
            <numerusform>Registret har godkänt %n registreringar som skickades på nytt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register rejected the record again at {time}. {reason}</source>
        <translation>Registret avvisade registreringen igen kl. {time}. {reason}</translation>
    </message>
    <message>
        <source>Records sent to Kaikukeskus stay visible, and you can return to them at any time.</source>
        <translation>Registreringar som har skickats till Kaikukeskus syns hela tiden och kan tas upp igen när som helst.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) selected</source>
        <translation>
            <numerusform>%n registrering vald</numerusform>
            <numerusform>%n registreringar valda</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to Kaikukeskus</source>
        <translation>Skickat till Kaikukeskus</translation>
    </message>
    <message>
        <source>Records that ask for a decision.</source>
        <translation>Registreringar som kräver ett beslut.</translation>
    </message>
    <message>
        <source>Nothing to resolve</source>
        <translation>Inget att reda ut</translation>
    </message>
    <message>
        <source>If the register rejects a record, it appears here.</source>
        <translation>Om registret inte godkänner en registrering visas den här.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>The program cannot write to its data folder: {path}. You can view everything and save it in files, but you cannot record or send anything. Check the folder&apos;s permissions.</source>
        <translation>Det går inte att skriva i datamappen: {path}. Allt kan läsas och sparas i filer, men inget kan registreras eller skickas. Kontrollera rättigheterna till mappen.</translation>
    </message>
    <message>
        <source>{keeper} manages the data folder {path} and can restore older files or lock them while you work. Close the program, move the folder to this computer&apos;s own disk, outside the folders that {keeper} manages, and start the program with --home and the new folder.</source>
        <translation>Datamappen {path} hanteras av {keeper}, som kan återställa gamla filer eller låsa dem mitt under arbetet. Stäng programmet, flytta mappen till datorns egen disk, utanför det som {keeper} hanterar, och starta programmet med --home och den nya mappen.</translation>
    </message>
    <message>
        <source>The last record is in the database but could not be written to its second copy, the operation log. Nothing is lost. The program tries again with the next record and at the next start. If you see this message again, ask your IT support to check the disk.</source>
        <translation>Det som registrerades sist finns i databasen men kunde inte skrivas till registreringsloggen, det andra exemplaret. Inget har gått förlorat. Programmet försöker igen vid nästa registrering och vid nästa start. Om meddelandet kommer igen, be it‑stödet kontrollera disken.</translation>
    </message>
    <message>
        <source>The old data is kept in {path}. If you find its key and restore it, unsent records are imported automatically.</source>
        <translation>De gamla uppgifterna finns kvar i {path}. Om nyckeln hittas läser programmet självt in de registreringar som inte hade skickats.</translation>
    </message>
    <message>
        <source>The key is missing or wrong, or the whole file is damaged. Nothing was overwritten. If you can restore the key, close the program, restore the key and start the program again. If not, set up this desk again with a new activation code: the old data is kept.</source>
        <translation>Nyckeln saknas, nyckeln är fel eller så är hela filen skadad. Inget skrevs över. Om nyckeln kan återställas, stäng programmet, återställ nyckeln och starta programmet igen. Börja annars om: de gamla uppgifterna läggs åt sidan, och luckan tas i bruk med en ny aktiveringskod.</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>Börja om</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Part of this desk&apos;s data is damaged. You can keep serving the queue. At a quiet moment, close the window and start the program again: it then repairs the data.</source>
        <translation>En del av den här luckans uppgifter är skadade. Du kan fortsätta betjäna kön. Stäng fönstret i en lugn stund och starta programmet på nytt: då reparerar det uppgifterna självt.</translation>
    </message>
</context>
<context>
    <name>ScannerSetupForm</name>
    <message>
        <source>No key at the end.</source>
        <translation>Ingen tangent i slutet.</translation>
    </message>
    <message>
        <source>Enter at the end.</source>
        <translation>Enter i slutet.</translation>
    </message>
    <message>
        <source>Tab at the end.</source>
        <translation>Tabb i slutet.</translation>
    </message>
    <message>
        <source>Some characters are missing, or the card was not read with the scanner.</source>
        <translation>Alla tecken kom inte fram, eller så lästes kortet inte med läsaren.</translation>
    </message>
    <message>
        <source>That was not a card.</source>
        <translation>Den lästa koden var inte ett kort.</translation>
    </message>
    <message>
        <source>Scan any card now</source>
        <translation>Läs nu vilket kort som helst</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Använd det här</translation>
    </message>
    <message>
        <source>Keep the old setting</source>
        <translation>Behåll det gamla</translation>
    </message>
    <message>
        <source>Before and after the number</source>
        <translation>Före och efter numret</translation>
    </message>
    <message>
        <source>Scan any card of the kind you use.</source>
        <translation>Läs ett kort av det slag som används i luckan.</translation>
    </message>
    <message>
        <source>Waiting for the scanner: scan a card now. Its number is not saved.</source>
        <translation>Väntar på läsaren: läs ett kort nu. Numret sparas inte.</translation>
    </message>
    <message>
        <source>Does your scanner add something to every code? Scan one card to set it up.</source>
        <translation>Lägger läsaren till något i varje kod? Ställ in det genom att läsa ett kort.</translation>
    </message>
    <message>
        <source>Current setting: {around}</source>
        <translation>Nuvarande inställning: {around}</translation>
    </message>
    <message>
        <source>The scan had: {around}</source>
        <translation>Lästes: {around}</translation>
    </message>
    <message>
        <source>This is already the setting.</source>
        <translation>Inställningen är redan så här.</translation>
    </message>
    <message>
        <source>The card is not in this desk&apos;s copy of the register: check whether this looks right.</source>
        <translation>Kortet finns inte i den här luckans register: se efter om det här ser rätt ut.</translation>
    </message>
    <message>
        <source>nothing around the number.</source>
        <translation>ingenting kring numret.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ingenting</translation>
    </message>
    <message>
        <source>before the number {before}, after it {after}.</source>
        <translation>före numret {before}, efter numret {after}.</translation>
    </message>
    <message>
        <source>The program cannot tell where the number begins and ends.</source>
        <translation>Programmet kan inte avgöra var numret börjar och slutar.</translation>
    </message>
</context>
<context>
    <name>ScannerStep</name>
    <message>
        <source>Try the scanner</source>
        <translation>Prova läsaren</translation>
    </message>
    <message>
        <source>Scan any barcode or QR code to check that the scanner works with this computer. If you have no scanner, continue: you can also type card numbers.</source>
        <translation>Läs vilken streck- eller QR-kod som helst. Här ser du om läsaren fungerar med datorn. Om det inte finns någon läsare kan du gå vidare: numren kan också skrivas in.</translation>
    </message>
</context>
<context>
    <name>ScannerTrial</name>
    <message>
        <source>nothing (each scan takes a little longer)</source>
        <translation>inget: läsningen tar lite längre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabb</translation>
    </message>
    <message>
        <source>US</source>
        <translation>amerikansk</translation>
    </message>
    <message>
        <source>Finnish or Swedish</source>
        <translation>finsk eller svensk</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norsk</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>dansk</translation>
    </message>
    <message>
        <source>German</source>
        <translation>tysk</translation>
    </message>
    <message>
        <source>UK</source>
        <translation>brittisk</translation>
    </message>
    <message>
        <source>French</source>
        <translation>fransk</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>rysk</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grekisk</translation>
    </message>
    <message>
        <source>Scan a card, or any barcode</source>
        <translation>Läs ett kort eller vilken streckkod som helst</translation>
    </message>
    <message>
        <source>If nothing happens, set the scanner to work as a keyboard. Its manual has a barcode for this, often called USB keyboard or HID.</source>
        <translation>Händer ingenting? Läsaren ska fungera som ett tangentbord: i bruksanvisningen finns en streckkod för det, ofta med namnet USB keyboard eller HID.</translation>
    </message>
    <message>
        <source>The scanner is ready to use</source>
        <translation>Läsaren är klar att användas</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>Läst</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>{ms} ms per character</source>
        <translation>{ms} ms per tecken</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>Sluttecken</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tangentbordslayout</translation>
    </message>
    <message>
        <source>The scanner read a card number.</source>
        <translation>Läsaren läste ett kortnummer.</translation>
    </message>
    <message>
        <source>The scanner read an activation code.</source>
        <translation>Läsaren läste en aktiveringskod.</translation>
    </message>
    <message>
        <source>same layout as this computer</source>
        <translation>samma i läsaren och datorn</translation>
    </message>
    <message>
        <source>Caps Lock is on; the program corrects this</source>
        <translation>Caps Lock är på; programmet rättar det</translation>
    </message>
    <message>
        <source>the scanner is set to {scanner} and the computer to {computer}; the program corrects this</source>
        <translation>läsaren: {scanner}, datorn: {computer}; programmet rättar det</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Rensa sökningen</translation>
    </message>
</context>
<context>
    <name>Season</name>
    <message>
        <source>This desk can check cards offline until {day}.</source>
        <translation>Den här luckan kan kontrollera kort utan anslutning till och med {day}.</translation>
    </message>
    <message>
        <source>The register has not been downloaded to this computer yet.</source>
        <translation>Det finns inget register på den här datorn ännu.</translation>
    </message>
    <message>
        <source>Sync now, or import a file from another desk.</source>
        <translation>Skicka och hämta nu eller läs in en fil från en annan lucka.</translation>
    </message>
    <message>
        <source>This desk can check cards offline only until {day}.</source>
        <translation>Den här luckan kan kontrollera kort utan anslutning bara till och med {day}.</translation>
    </message>
    <message>
        <source>Sync now: then the register lasts until {best}.</source>
        <translation>Skicka och hämta nu: då räcker det till och med {best}.</translation>
    </message>
    <message>
        <source>The register is too old to check cards.</source>
        <translation>Registret är för gammalt för att kontrollera kort.</translation>
    </message>
    <message>
        <source>This desk can check cards offline only until {time} today.</source>
        <translation>Den här luckan kan kontrollera kort utan anslutning bara till kl. {time} i dag.</translation>
    </message>
    <message>
        <source>The register cannot last that long: it lasts until {day} at most.</source>
        <translation>Registret räcker inte så länge: det räcker högst till och med {day}.</translation>
    </message>
    <message>
        <source>Sync as late as you can. By that date, connect the computer to a network or import a register file that another desk of the venue has saved.</source>
        <translation>Skicka och hämta så sent du kan. Anslut datorn till ett nätverk senast den dagen, eller läs in en registerfil som har gjorts vid en annan av aktörens luckor.</translation>
    </message>
    <message>
        <source>The desk stays enrolled offline until {day}.</source>
        <translation>Luckan förblir i bruk utan anslutning till och med {day}.</translation>
    </message>
    <message>
        <source>The desk stays enrolled offline only until {day}.</source>
        <translation>Utan anslutning förblir luckan i bruk bara till och med {day}.</translation>
    </message>
    <message>
        <source>Plan a connection before that date: one sync is enough.</source>
        <translation>Ordna en anslutning före den dagen: Skicka och hämta räcker.</translation>
    </message>
    <message>
        <source>The register does not accept this desk at the moment.</source>
        <translation>Kaikukanta godkänner inte den här luckan just nu.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for an activation code, and enrol the desk again.</source>
        <translation>Be Kaikukeskus om en aktiveringskod och ta luckan i bruk på nytt.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Allt har skickats.</translation>
    </message>
    <message>
        <source>Records waiting to be sent: {pending}.</source>
        <translation>Registreringar som väntar på att skickas: {pending}.</translation>
    </message>
    <message>
        <source>Sync now.</source>
        <translation>Skicka och hämta nu.</translation>
    </message>
    <message>
        <source>Records that the register rejected: {attention}.</source>
        <translation>Registreringar som registret har avvisat: {attention}.</translation>
    </message>
    <message>
        <source>Resolve them while there is a connection.</source>
        <translation>Red ut dem medan det finns anslutning.</translation>
    </message>
    <message>
        <source>No card expires before {day}.</source>
        <translation>Inget kort går ut före {day}.</translation>
    </message>
    <message>
        <source>Of {all} cards, {count} expire before {day}. If a holder shows a renewed card, record the visit using the date on the card; staff know how.</source>
        <translation>Av {all} kort går {count} ut före {day}. Om innehavaren visar ett förnyat kort, registrera enligt kortets sista giltighetsdag. Personalen vet hur.</translation>
    </message>
    <message>
        <source>Offers in this period: {count}, the last on {day}. They include all offers of the season.</source>
        <translation>Evenemang och tjänster under tiden: {count}, det sista {day}. Hela säsongens utbud är med.</translation>
    </message>
    <message>
        <source>There are no offers until {day}.</source>
        <translation>Det finns inget i utbudet till och med {day}.</translation>
    </message>
    <message>
        <source>Sync now, or add your own on the page Offers.</source>
        <translation>Skicka och hämta nu eller lägg till egna på sidan Utbud.</translation>
    </message>
    <message>
        <source>{free} MB are free on the disk.</source>
        <translation>Det finns {free} MB ledigt på disken.</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk.</source>
        <translation>Det finns bara {free} MB ledigt på disken.</translation>
    </message>
    <message>
        <source>Free up disk space: visits cannot be recorded on a full disk.</source>
        <translation>Frigör utrymme: på en full disk kan inga besök registreras.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is still right after a night switched off and unplugged. If not, replace its battery.</source>
        <translation>Datorns klocka går rätt också efter en natt avstängd och utan ström. Annars måste klockans batteri bytas.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong, or was wrong.</source>
        <translation>Datorns klocka går fel eller har gått fel.</translation>
    </message>
    <message>
        <source>Set the clock, then sync. If it is wrong again after a night switched off, have its battery replaced.</source>
        <translation>Ställ klockan rätt. Skicka och hämta sedan. Om klockan går fel igen efter en natt avstängd, låt byta dess batteri.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens this desk&apos;s data.</source>
        <translation>Systemets nyckelring öppnar luckans uppgifter.</translation>
    </message>
    <message>
        <source>The key to this desk&apos;s data can be read from {path}.</source>
        <translation>Nyckeln till luckans uppgifter kan läsas i {path}.</translation>
    </message>
    <message>
        <source>A second desk is ready in case this computer breaks. Known desks: {names}.</source>
        <translation>En annan lucka är klar om den här datorn går sönder. Kända luckor: {names}.</translation>
    </message>
    <message>
        <source>A second computer is enrolled as a desk of this venue, in case this one breaks.</source>
        <translation>En annan dator har tagits i bruk som aktörens lucka, om den här går sönder.</translation>
    </message>
    <message>
        <source>Paper forms have been printed and are at the counter.</source>
        <translation>Blanketterna är utskrivna och finns vid luckan.</translation>
    </message>
    <message>
        <source>The administrator has a copy of the key to this desk&apos;s data.</source>
        <translation>Administratören har en kopia av nyckeln till luckans uppgifter.</translation>
    </message>
</context>
<context>
    <name>SeasonPage</name>
    <message>
        <source>Offline</source>
        <translation>Utan nät</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>The list was sent to the printer.</source>
        <translation>Listan har skickats till skrivaren.</translation>
    </message>
    <message>
        <source>Without a network until {day}</source>
        <translation>Utan nät till och med {day}</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>En tid utan nät</translation>
    </message>
    <message>
        <source>What to do today</source>
        <translation>Att göra i dag</translation>
    </message>
    <message>
        <source>Enter the last date without a network, and tick what is done.</source>
        <translation>Ange sista dagen utan nät och kryssa för det som är gjort.</translation>
    </message>
    <message>
        <source>Last date without a network</source>
        <translation>Sista dagen utan nät</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>d.m.åååå</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrollera</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>Skriv ut listan…</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>Modules of the program that load: {found}.</source>
        <translation>Delar av programmet som kan laddas: {found}.</translation>
    </message>
    <message>
        <source>A module of the program does not load ({wrong}).</source>
        <translation>En del av programmet kan inte laddas ({wrong}).</translation>
    </message>
    <message>
        <source>The encrypted database works: {found}.</source>
        <translation>Den krypterade databasen fungerar: {found}.</translation>
    </message>
    <message>
        <source>The encrypted database does not work ({wrong}).</source>
        <translation>Den krypterade databasen fungerar inte ({wrong}).</translation>
    </message>
    <message>
        <source>The library for keyrings loads: {found}.</source>
        <translation>Biblioteket för nyckelringar kan laddas: {found}.</translation>
    </message>
    <message>
        <source>The library for keyrings does not load ({wrong}).</source>
        <translation>Biblioteket för nyckelringar kan inte laddas ({wrong}).</translation>
    </message>
    <message>
        <source>Codes can be read: {found}.</source>
        <translation>Koder kan läsas: {found}.</translation>
    </message>
    <message>
        <source>Codes cannot be read ({wrong}).</source>
        <translation>Koder kan inte läsas ({wrong}).</translation>
    </message>
    <message>
        <source>Codes in picture files can be read: {found}.</source>
        <translation>Koder i bildfiler kan läsas: {found}.</translation>
    </message>
    <message>
        <source>Codes in picture files cannot be read ({wrong}).</source>
        <translation>Koder i bildfiler kan inte läsas ({wrong}).</translation>
    </message>
    <message>
        <source>Cameras can be used: {found}.</source>
        <translation>Kameror kan användas: {found}.</translation>
    </message>
    <message>
        <source>Cameras cannot be used ({wrong}).</source>
        <translation>Kameror kan inte användas ({wrong}).</translation>
    </message>
    <message>
        <source>Tables can be written: {found}.</source>
        <translation>Tabeller kan skrivas: {found}.</translation>
    </message>
    <message>
        <source>Tables cannot be written ({wrong}).</source>
        <translation>Tabeller kan inte skrivas ({wrong}).</translation>
    </message>
    <message>
        <source>Signatures and transfer files work: {found}.</source>
        <translation>Signaturer och överföringsfiler fungerar: {found}.</translation>
    </message>
    <message>
        <source>Signatures or transfer files do not work ({wrong}).</source>
        <translation>Signaturer eller överföringsfiler fungerar inte ({wrong}).</translation>
    </message>
    <message>
        <source>Certificate authorities in the program: {found}.</source>
        <translation>Certifikatutfärdare som följer med programmet: {found}.</translation>
    </message>
    <message>
        <source>The certificate authorities cannot be used ({wrong}).</source>
        <translation>Listan över certifikatutfärdare kan inte användas ({wrong}).</translation>
    </message>
    <message>
        <source>Finland&apos;s time zone is known: {found}.</source>
        <translation>Finlands tidszon är känd: {found}.</translation>
    </message>
    <message>
        <source>Finland&apos;s time zone is not known ({wrong}).</source>
        <translation>Finlands tidszon är inte känd ({wrong}).</translation>
    </message>
    <message>
        <source>Plugins of Qt that were loaded: {found}.</source>
        <translation>Laddade insticksprogram för Qt: {found}.</translation>
    </message>
    <message>
        <source>A plugin of Qt does not load ({wrong}).</source>
        <translation>Ett insticksprogram för Qt kan inte laddas ({wrong}).</translation>
    </message>
    <message>
        <source>Pages of the window that were drawn: {found}.</source>
        <translation>Ritade sidor i fönstret: {found}.</translation>
    </message>
    <message>
        <source>The window cannot be drawn ({wrong}).</source>
        <translation>Fönstret kan inte ritas ({wrong}).</translation>
    </message>
    <message>
        <source>The program can start itself to write a table.</source>
        <translation>Programmet kan starta sig självt för att skriva en tabell.</translation>
    </message>
    <message>
        <source>The program cannot start itself to write a table ({wrong}).</source>
        <translation>Programmet kan inte starta sig självt för att skriva en tabell ({wrong}).</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installera programmet på nytt.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Varje ändring gäller genast.</translation>
    </message>
    <message>
        <source>Dimmed settings are locked by this computer&apos;s administrator.</source>
        <translation>Nedtonade inställningar har låsts av datorns administratör.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Avsnitt</translation>
    </message>
</context>
<context>
    <name>SoundsPart</name>
    <message>
        <source>Sounds</source>
        <translation>Ljud</translation>
    </message>
    <message>
        <source>Sounds at the counter</source>
        <translation>Ljud vid luckan</translation>
    </message>
    <message>
        <source>Quiet sounds tell you: recorded, check the screen, no ticket. The screen always shows the same.</source>
        <translation>Dämpade ljud för Registrerat, Obs och Ingen biljett. Allt visas också i text.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volym</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Lyssna</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>sound</comment>
        <translation>Registrerat</translation>
    </message>
    <message>
        <source>Check the screen</source>
        <comment>sound</comment>
        <translation>Obs</translation>
    </message>
    <message>
        <source>No ticket</source>
        <comment>sound</comment>
        <translation>Ingen biljett</translation>
    </message>
    <message>
        <source>This computer has no program that plays sounds. On Linux, install pipewire-bin, pulseaudio-utils or alsa-utils. Everything else works as before.</source>
        <translation>Den här datorn har inget program som spelar upp ljud. Installera pipewire-bin, pulseaudio-utils eller alsa-utils på Linux. Allt annat fungerar som förut.</translation>
    </message>
    <message>
        <source>The sound could not be played. Check that the speaker is connected and turned on, then try again. Everything else works normally.</source>
        <translation>Ljudet kunde inte spelas upp. Kontrollera att högtalaren är ansluten och påslagen, och lyssna igen. Allt annat fungerar som förut.</translation>
    </message>
</context>
<context>
    <name>SpanField</name>
    <message>
        <source>First day</source>
        <translation>Första dagen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dagen</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>d.m.åååå</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>The first day must not be after the last day.</source>
        <translation>Den första dagen är efter den sista.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Register not downloaded</source>
        <translation>Registret har inte hämtats ännu</translation>
    </message>
    <message>
        <source>Register up to date</source>
        <translation>Registret är aktuellt</translation>
    </message>
    <message>
        <source>Everything sent</source>
        <translation>Allt har skickats</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Skickar och hämtar…</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Ingen anslutning ännu</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Ansluten</translation>
    </message>
    <message>
        <source>Offline: you can keep working</source>
        <translation>Ingen anslutning – du kan fortsätta</translation>
    </message>
    <message>
        <source>Desk blocked</source>
        <translation>Luckan är spärrad</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Siffror</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Den här luckan</translation>
    </message>
    <message>
        <source>All desks of the venue</source>
        <translation>Aktörens alla luckor</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Spara PDF</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Spara en rapport som PDF</translation>
    </message>
    <message>
        <source>Save Excel</source>
        <translation>Spara Excel</translation>
    </message>
    <message>
        <source>Save the visits for Excel</source>
        <translation>Spara besöken för Excel</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Spara CSV</translation>
    </message>
    <message>
        <source>Save the visits as CSV</source>
        <translation>Spara besöken som CSV</translation>
    </message>
    <message>
        <source>Visits with card numbers</source>
        <translation>Besök med kortnummer</translation>
    </message>
    <message>
        <source>The files above contain no card numbers. Save card numbers only if the culture office asks for them, and keep the file safe: card numbers show where people go.</source>
        <translation>Filerna ovan innehåller inga kortnummer. Spara kortnummer bara om kulturväsendet ber om dem: av ett kortnummer ser man vart någon går, så förvara filen säkert.</translation>
    </message>
    <message>
        <source>Save with card numbers</source>
        <translation>Spara med kortnummer</translation>
    </message>
    <message>
        <source>Save card numbers in a file?</source>
        <translation>Vill du spara kortnumren i en fil?</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Spara numren</translation>
    </message>
    <message>
        <source>Do not save them</source>
        <translation>Spara inte numren</translation>
    </message>
    <message>
        <source>Assistants, counted separately</source>
        <translation>Assistenter (räknas separat)</translation>
    </message>
    <message>
        <source>No visits in this period</source>
        <translation>Inga besök under perioden</translation>
    </message>
    <message>
        <source>Visits appear here as soon as you record tickets.</source>
        <translation>Besöken visas här så snart biljetter har registrerats.</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Visa alla besök</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Spara som</translation>
    </message>
    <message>
        <source>Saving {file}…</source>
        <translation>Sparar {file}…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Sparad: {file}</translation>
    </message>
</context>
<context>
    <name>StatisticsWords</name>
    <message numerus="yes">
        <source>Included: %n visit(s) that the register has not confirmed yet.</source>
        <translation>
            <numerusform>Medräknat: %n besök väntar på registrets svar.</numerusform>
            <numerusform>Medräknat: %n besök väntar på registrets svar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, recorded from the card alone: %n</source>
        <translation>
            <numerusform>Av dem %n med ett kort som inte kunde kontrolleras.</numerusform>
            <numerusform>Av dem %n med kort som inte kunde kontrolleras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not included: %n rejected visit(s).</source>
        <translation>
            <numerusform>Ej medräknat: %n besök som registret inte godkände.</numerusform>
            <numerusform>Ej medräknat: %n besök som registret inte godkände.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not included: %n withdrawn visit(s).</source>
        <translation>
            <numerusform>Ej medräknat: %n återkallad registrering.</numerusform>
            <numerusform>Ej medräknat: %n återkallade registreringar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n to resolve</source>
        <translation>
            <numerusform>%n att reda ut</numerusform>
            <numerusform>%n att reda ut</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Skicka nu</translation>
    </message>
    <message>
        <source>Version {version} available</source>
        <translation>Ny version: {version}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Fewer: {kind}</source>
        <translation>Färre: {kind}</translation>
    </message>
    <message>
        <source>More: {kind}</source>
        <translation>Fler: {kind}</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>The program tries again at once.</source>
        <translation>Programmet försöker genast igen.</translation>
    </message>
    <message>
        <source>The next attempt is at {time}.</source>
        <translation>Nästa försök är kl. {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) sent again: missing from the register</source>
        <translation>
            <numerusform>%n registrering skickades på nytt: den saknades i registret</numerusform>
            <numerusform>%n registreringar skickades på nytt: de saknades i registret</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s data is in use in two places, or an old copy was restored. The desk has downloaded what the register knows about it. If the data was copied to another computer, enrol that computer as a separate desk.</source>
        <translation>Den här luckans uppgifter används på två ställen, eller så har en gammal kopia återställts. Det som registret vet om luckan har hämtats hit. Om uppgifterna har kopierats till en annan dator ska den tas i bruk som en egen lucka.</translation>
    </message>
    <message>
        <source>The register has not recognised this desk for two days. You can keep working: everything is kept. Ask Kaikukeskus for a new activation code, and enrol the desk again.</source>
        <translation>Registret har inte känt igen den här luckan på två dagar. Du kan fortsätta arbeta: allt sparas. Be Kaikukeskus om en ny aktiveringskod och ta luckan i bruk på nytt.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n record(s) made between {first} and {last} are lost: visits, withdrawals, notes or your own offers. An older copy of this desk&apos;s data was restored before they were sent, so neither the desk nor the register has them. Compare the pages Visits and Offers with your own notes and paper forms, and record again what is missing.</source>
        <translation>
            <numerusform>Minst %n registrering som gjordes mellan {first} och {last} har gått förlorad: ett besök, en återkallelse, ett meddelande eller ett eget evenemang eller en egen tjänst. En äldre kopia av luckans uppgifter återställdes innan registreringen hade skickats, så den finns varken vid luckan eller i registret. Jämför sidorna Besök och Utbud med era egna anteckningar och blanketter och registrera det som saknas på nytt.</numerusform>
            <numerusform>Minst %n registreringar som gjordes mellan {first} och {last} har gått förlorade: besök, återkallelser, meddelanden eller egna evenemang och tjänster. En äldre kopia av luckans uppgifter återställdes innan registreringarna hade skickats, så de finns varken vid luckan eller i registret. Jämför sidorna Besök och Utbud med era egna anteckningar och blanketter och registrera det som saknas på nytt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n unsent record(s) made between {first} and {last} are no longer in this desk&apos;s data. An older copy of it was restored, or it was deleted. The program looks for them in the register with the next sync.</source>
        <translation>
            <numerusform>Minst %n registrering som gjordes mellan {first} och {last} och inte hade skickats finns inte längre i luckans uppgifter. En äldre kopia av uppgifterna har återställts, eller så har de tagits bort. Programmet letar efter registreringen i registret nästa gång det skickar och hämtar.</numerusform>
            <numerusform>Minst %n registreringar som gjordes mellan {first} och {last} och inte hade skickats finns inte längre i luckans uppgifter. En äldre kopia av uppgifterna har återställts, eller så har de tagits bort. Programmet letar efter registreringarna i registret nästa gång det skickar och hämtar.</numerusform>
        </translation>
    </message>
    <message>
        <source>When you have read this, confirm it on the page To resolve.</source>
        <translation>När du har läst detta, bekräfta det på sidan Att reda ut.</translation>
    </message>
    <message>
        <source>No missing records to confirm.</source>
        <translation>Inga registreringar som saknas att bekräfta.</translation>
    </message>
    <message numerus="yes">
        <source>The notice about %n missing record(s) is no longer shown.</source>
        <translation>
            <numerusform>Meddelandet om %n registrering som saknas visas inte längre.</numerusform>
            <numerusform>Meddelandet om %n registreringar som saknas visas inte längre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) missing</source>
        <translation>
            <numerusform>%n registrering saknas</numerusform>
            <numerusform>%n registreringar saknas</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs a new activation code</source>
        <translation>Behöver en ny aktiveringskod</translation>
    </message>
    <message>
        <source>Data in use twice, or an old copy restored</source>
        <translation>Uppgifterna används på två ställen, eller en gammal kopia har återställts</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Ticket desk</source>
        <translation>Biljettlucka</translation>
    </message>
</context>
<context>
    <name>TicketSide</name>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Läs eller skriv</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Vad tangenterna gör</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message numerus="yes">
        <source>%n holder(s)</source>
        <translation>
            <numerusform>%n innehavare</numerusform>
            <numerusform>%n innehavare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n barn</numerusform>
            <numerusform>%n barn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grandchild(ren)</source>
        <translation>
            <numerusform>%n barnbarn</numerusform>
            <numerusform>%n barnbarn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s)</source>
        <translation>
            <numerusform>%n assistent</numerusform>
            <numerusform>%n assistenter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n medarbetare</numerusform>
            <numerusform>%n medarbetare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) under {age}</source>
        <translation>
            <numerusform>%n klient under {age} år</numerusform>
            <numerusform>%n klienter under {age} år</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n biljett</numerusform>
            <numerusform>%n biljetter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tickets</name>
    <message>
        <source>Holder</source>
        <translation>Innehavare</translation>
    </message>
    <message>
        <source>Children under {age}</source>
        <translation>Barn under {age}&#xa0;år</translation>
    </message>
    <message>
        <source>Grandchildren under {age}</source>
        <translation>Barnbarn under {age}&#xa0;år</translation>
    </message>
    <message>
        <source>Assistants, interpreters</source>
        <translation>Assistenter, tolkar</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Medarbetare</translation>
    </message>
    <message>
        <source>Clients under {age}</source>
        <translation>Klienter under {age}&#xa0;år</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>innehavare</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>medarbetare</translation>
    </message>
</context>
<context>
    <name>TodaysTicketsLine</name>
    <message>
        <source>today at this desk</source>
        <translation>i dag vid den här luckan</translation>
    </message>
    <message>
        <source>today at the whole venue</source>
        <translation>i dag vid alla luckor</translation>
    </message>
    <message>
        <source>tickets left</source>
        <translation>biljetter kvar</translation>
    </message>
    <message>
        <source>tickets left here, {house} in the house</source>
        <translation>biljetter kvar här, {house} vid alla luckor</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Not a Kaikukortti number</source>
        <translation>Det här är inte ett Kaikukortsnummer</translation>
    </message>
    <message>
        <source>A card number has 4 to 20 letters or digits. Scan or type it again.</source>
        <translation>Kortnumret har 4–20 bokstäver eller siffror. Försök igen.</translation>
    </message>
    <message>
        <source>This desk&apos;s register is too old</source>
        <translation>Registret är för gammalt</translation>
    </message>
    <message>
        <source>Connect to the internet to update it. Until then, record the visit using the last valid day printed on the card.</source>
        <translation>Anslut till internet för att uppdatera det. Registrera tills dess besöken enligt den sista giltighetsdagen på kortet.</translation>
    </message>
    <message>
        <source>The card is valid until {day}.</source>
        <translation>Kortet gäller till och med {day}.</translation>
    </message>
    <message>
        <source>Today is the card&apos;s last day.</source>
        <translation>I dag är kortets sista dag.</translation>
    </message>
    <message>
        <source>It expired on {day}.</source>
        <translation>Gick ut {day}.</translation>
    </message>
    <message>
        <source>at {time}: {tickets}</source>
        <translation>kl. {time}: {tickets}</translation>
    </message>
    <message>
        <source>at {desk}: {tickets}</source>
        <translation>vid luckan {desk}: {tickets}</translation>
    </message>
    <message>
        <source>{day}: {tickets}</source>
        <translation>{day}: {tickets}</translation>
    </message>
    <message>
        <source>Using the date on the card</source>
        <translation>Enligt kortets sista giltighetsdag</translation>
    </message>
    <message>
        <source>Holder</source>
        <translatorcomment>Said aloud, in the definite form; labels say Innehavare.</translatorcomment>
        <translation>Kortinnehavaren</translation>
    </message>
    <message>
        <source>Worker and clients under {community_age}</source>
        <translation>Medarbetare och klienter under {community_age} år</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Medarbetare</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Clear the card</source>
        <translation>Rensa kortet</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>Holder and up to %n child(ren) under {age}</source>
        <translation>
            <numerusform>Kortinnehavaren och högst %n barn under {age} år</numerusform>
            <numerusform>Kortinnehavaren och högst %n barn under {age} år</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worker and up to %n client(s) under {community_age}</source>
        <translation>
            <numerusform>Medarbetare och högst %n klient under {community_age} år</numerusform>
            <numerusform>Medarbetare och högst %n klienter under {community_age} år</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Switch camera</source>
        <translation>Använd nästa kamera</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Kamerans bild</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Kameran startar…</translation>
    </message>
    <message>
        <source>Hold the code inside the frame, about 10 cm from the camera.</source>
        <translation>Håll kortets kod i ramen, ungefär 10 cm från kameran.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Stäng av</translation>
    </message>
    <message>
        <source>Turn off the camera</source>
        <translation>Stäng av kameran</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Slå på</translation>
    </message>
    <message>
        <source>Turn on the camera</source>
        <translation>Slå på kameran</translation>
    </message>
</context>
<context>
    <name>VisitActions</name>
    <message>
        <source>Correct…</source>
        <translation>Rätta…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Återkalla…</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>Visa numret</translation>
    </message>
    <message>
        <source>Why are you withdrawing this visit?</source>
        <translation>Varför återkallas registreringen?</translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Återkalla inte</translation>
    </message>
    <message>
        <source>It was a mistake</source>
        <translation>Registreringen var ett misstag</translation>
    </message>
    <message>
        <source>The tickets were not used</source>
        <translation>Biljetterna användes inte</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Any date</source>
        <translation>Alla dagar</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>I går</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Senaste 7 dagarna</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Senaste 30 dagarna</translation>
    </message>
    <message>
        <source>Choose dates</source>
        <translation>Välj period</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Väntar på att skickas</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickade</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Avvisade</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Återkallade</translation>
    </message>
    <message>
        <source>Card number deleted</source>
        <translation>Kortnumret raderat</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>”{text}”</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Kort {number}</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>väntar på att skickas</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>skickat</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>avvisat</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>återkallat</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersatt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Biljetter</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Lucka</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>raderat</translation>
    </message>
    <message>
        <source>unknown offer</source>
        <translation>evenemang eller tjänst som luckan inte känner till</translation>
    </message>
    <message>
        <source>This visit replaces an earlier one.</source>
        <translation>Registreringen ersätter en tidigare.</translation>
    </message>
    <message>
        <source>Only the desk that recorded this visit can correct or withdraw it.</source>
        <translation>Registreringen kan rättas och återkallas bara vid luckan där den gjordes.</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>The visit has been withdrawn.</source>
        <translation>Registreringen har återkallats.</translation>
    </message>
    <message>
        <source>The visit has been corrected. The original is kept and marked as replaced.</source>
        <translation>Rättat. Den ursprungliga registreringen finns kvar som ersatt.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n besök</numerusform>
            <numerusform>%n besök</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s visits and, after a sync, those of the venue&apos;s other desks: {count}</source>
        <translation>Besöken vid den här luckan och de besök vid andra luckor som har hämtats: {count}</translation>
    </message>
    <message>
        <source>No matching visits</source>
        <translation>Inga besök motsvarar sökningen</translation>
    </message>
    <message>
        <source>Try a shorter search, or choose another date.</source>
        <translation>Förkorta sökordet eller byt dag.</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Visa alla besök</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Inget har registrerats ännu</translation>
    </message>
    <message>
        <source>Visits appear here as soon as you record tickets at the ticket desk.</source>
        <translation>Besöken visas här så snart biljetter har registrerats vid luckan.</translation>
    </message>
    <message>
        <source>Last characters of a card number, or an offer name</source>
        <translation>Slutet av kortnumret, evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrera</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>No visit chosen</source>
        <translation>Inget besök valt</translation>
    </message>
    <message>
        <source>Choose one in the list to see its details, or to correct or withdraw it.</source>
        <translation>Välj ett besök i listan för att se dess uppgifter eller för att rätta eller återkalla registreringen.</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgon</translation>
    </message>
</context>
</TS>
