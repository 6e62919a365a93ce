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
        <source>A new version is there: {version}. {notes} It is at {address}.</source>
        <translation>En ny version är tillgänglig: {version}. {notes} Den finns på {address}.</translation>
    </message>
    <message>
        <source>The list of new versions is older than one received before.</source>
        <translation>Listan över nya versioner är äldre än en som kommit tidigare.</translation>
    </message>
    <message>
        <source>The list of new versions was valid until {day}.</source>
        <translation>Listan över nya versioner gällde till {day}.</translation>
    </message>
    <message>
        <source>Newer ones may be held back on the network. Tell your IT support.</source>
        <translation>Någon kan hålla inne nyare listor på vägen. Kontakta it-stödet.</translation>
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
        <source>System follows this computer, day and night.</source>
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
        <source>Put this note away</source>
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
        <source>Key and token are kept in this system&apos;s keyring.</source>
        <translation>Nyckeln och åtkomsttoken finns i systemets nyckelring.</translation>
    </message>
    <message>
        <source>Key and token are kept in a file, as an admin chose: {path}.</source>
        <translation>Nyckeln och åtkomsttoken finns i en fil som administratören har valt: {path}.</translation>
    </message>
    <message>
        <source>The library that reads codes is there.</source>
        <translation>Biblioteket som läser koder finns på plats.</translation>
    </message>
    <message>
        <source>The zbar library is missing: the camera reads no codes.</source>
        <translation>Biblioteket zbar saknas: kameran läser inga koder.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu install libzbar0, on a Mac zbar from Homebrew, on Windows Microsoft&apos;s Visual C++ 2013 redistributable.</source>
        <translation>Installera libzbar0 på Debian och Ubuntu, zbar med Homebrew på Mac, och Microsofts Visual C++ 2013-paket på Windows.</translation>
    </message>
    <message>
        <source>Cameras: {names}.</source>
        <translation>Kameror: {names}.</translation>
    </message>
    <message>
        <source>No camera is plugged in; cards are typed or scanned.</source>
        <translation>Ingen kamera är ansluten; korten skrivs in eller läses med läsare.</translation>
    </message>
    <message>
        <source>{path} can be written; {free} MB are free.</source>
        <translation>Det går att skriva i {path}; ledigt utrymme: {free} MB.</translation>
    </message>
    <message>
        <source>Only {free} MB are free at {path}.</source>
        <translation>Det finns bara {free} MB ledigt utrymme i {path}.</translation>
    </message>
    <message>
        <source>Make room: a full disk stops the recording.</source>
        <translation>Frigör utrymme: på en full disk kan inga besök registreras.</translation>
    </message>
    <message>
        <source>No cloud service and no network keeps {path}.</source>
        <translation>Ingen molntjänst och inget nätverk sköter mappen {path}.</translation>
    </message>
    <message>
        <source>{path} is kept by {keeper}, which can put older files back or lock them.</source>
        <translation>Mappen {path} sköts av {keeper}, som kan lägga tillbaka gamla filer eller låsa dem.</translation>
    </message>
    <message>
        <source>Close the program, move the folder to this computer&apos;s own disk, and start it with --home and the new folder.</source>
        <translation>Stäng programmet, flytta mappen till datorns egen disk och starta programmet med --home och den nya mappen.</translation>
    </message>
    <message>
        <source>Database and operation log are whole, and agree.</source>
        <translation>Databasen och registreringsloggen är hela och stämmer överens.</translation>
    </message>
    <message>
        <source>The data was mended on {day}: {what}</source>
        <translation>Data reparerades {day}: {what}</translation>
    </message>
    <message>
        <source>Send once, compare the page of visits with your own notes of that day, and record again what is missing.</source>
        <translation>Skicka en gång, jämför sidan med besök med era egna anteckningar från den dagen och registrera på nytt det som saknas.</translation>
    </message>
    <message>
        <source>There is no desk in {path} yet.</source>
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
        <source>The clock agrees with the register&apos;s.</source>
        <translation>Klockan stämmer med registrets.</translation>
    </message>
    <message>
        <source>The clock runs on since the register last told the time.</source>
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
        <source>The clock of this computer jumped, and is not trusted.</source>
        <translation>Datorns klocka har hoppat och är inte att lita på.</translation>
    </message>
    <message>
        <source>Set it right, and send once: the register tells the time.</source>
        <translation>Ställ klockan rätt och välj Skicka och hämta nu: registret anger då tiden.</translation>
    </message>
    <message>
        <source>The register is reached through the proxy {proxy}.</source>
        <translation>Registret nås via proxyn {proxy}.</translation>
    </message>
    <message>
        <source>No proxy is in force.</source>
        <translation>Ingen proxy används.</translation>
    </message>
    <message>
        <source>The register answers: {address}.</source>
        <translation>Registret svarar: {address}.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate is good until {day}.</source>
        <translation>Registrets certifikat gäller till {day}.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate runs out on {day}.</source>
        <translation>Registrets certifikat går ut {day}.</translation>
    </message>
    <message>
        <source>Tell those who run the register: it needs a new one.</source>
        <translation>Meddela registrets administratör: certifikatet måste förnyas.</translation>
    </message>
    <message>
        <source>The register is on this machine: no certificate is needed.</source>
        <translation>Registret finns på den här datorn: inget certifikat behövs.</translation>
    </message>
    <message>
        <source>Behind a proxy the certificate is checked with every call.</source>
        <translation>Bakom en proxy kontrolleras certifikatet vid varje anrop.</translation>
    </message>
    <message>
        <source>The register here is as of {when}.</source>
        <translation>Registret på den här datorn är från {when}.</translation>
    </message>
    <message>
        <source>The register here is old: as of {when}.</source>
        <translation>Registret på den här datorn är gammalt, från {when}.</translation>
    </message>
    <message>
        <source>Bring the computer to a network, and send once.</source>
        <translation>Anslut datorn till nätet så att registret kan hämtas.</translation>
    </message>
    <message>
        <source>The register has not been fetched yet.</source>
        <translation>Registret har inte hämtats än.</translation>
    </message>
    <message>
        <source>Visits and changes that wait to be sent: {pending}.</source>
        <translation>Besök och ändringar som väntar på att skickas: {pending}.</translation>
    </message>
    <message>
        <source>This desk&apos;s data is in use here alone.</source>
        <translation>Den här luckans uppgifter används bara här.</translation>
    </message>
    <message>
        <source>On {day} the register saw this desk&apos;s data used twice, or an old copy put back.</source>
        <translation>Registret märkte {day} att den här luckans uppgifter används på två ställen eller att en gammal kopia har återställts.</translation>
    </message>
    <message>
        <source>If the data was copied to another computer, enrol that one as a desk of its own.</source>
        <translation>Om uppgifterna har kopierats till en annan dator ska den tas i bruk som en egen lucka.</translation>
    </message>
    <message>
        <source>The register refused this many: {attention}.</source>
        <translation>Registreringar som registret har avvisat: {attention}.</translation>
    </message>
    <message>
        <source>Settle them in the window, or see the command queue.</source>
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
        <source>Open the system&apos;s settings, Date &amp; Time, and switch on the automatic time; or ask your IT support to run “timedatectl set-ntp true”.</source>
        <translation>Öppna Datum och tid i systemets inställningar och slå på automatisk tid, eller be IT-stödet köra ”timedatectl set-ntp true”.</translation>
    </message>
    <message>
        <source>The clock of this computer looks wrong</source>
        <translation>Datorns klocka verkar gå fel</translation>
    </message>
    <message>
        <source>The clock of this computer is {span} ahead</source>
        <translation>Datorns klocka går {span} före</translation>
    </message>
    <message>
        <source>The clock of this computer is {span} behind</source>
        <translation>Datorns klocka går {span} efter</translation>
    </message>
    <message>
        <source>Visits are dated by the register&apos;s time.</source>
        <translation>Besöken dateras enligt registrets tid.</translation>
    </message>
    <message>
        <source>It was dated afresh: the clock had said {when}.</source>
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
        <source>%n visit(s) dated afresh: the clock had been wrong</source>
        <translation>
            <numerusform>Dateringen av %n besök rättades: klockan hade gått fel</numerusform>
            <numerusform>Dateringen av %n besök rättades: klockan hade gått fel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>The old visit stays on record, as replaced. The day stays the same.</source>
        <translation>Den ursprungliga registreringen finns kvar som ersatt. Dagen ändras inte.</translation>
    </message>
    <message>
        <source>The old visit stays on record, as replaced.</source>
        <translation>Det gamla besöket finns kvar som ersatt.</translation>
    </message>
    <message>
        <source>Correct the visit</source>
        <translation>Rätta registreringen</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Besökets dag</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Leave it empty where the card was right.</source>
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
        <source>Leave it as it is</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Now {number}. Scan or type</source>
        <translation>Nu {number}. Läs eller skriv</translation>
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
        <source>A scanned card gets the holder&apos;s ticket at once where nothing has to be decided. Everything else waits for Enter, and Ctrl+Z takes back. The key is F7 at the ticket window.</source>
        <translation>När kortet läses registreras innehavarens biljett genast, om inget behöver avgöras. Andra kort väntar på Enter. Ctrl+Z ångrar. På sidan Biljettlucka slår du på och av läget med F7.</translation>
    </message>
    <message>
        <source>Clear the screen after</source>
        <translation>Töm skärmen efter</translation>
    </message>
    <message>
        <source>A recorded or refused card leaves the sight; one that waits for you does so after five times as long.</source>
        <translation>Ett registrerat eller avvisat kort försvinner från skärmen. Om kortet väntar på dig är tiden fem gånger så lång.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo. Try {family} (3 children), {community} (community), {expired} (has run out), {unknown} (not in the register).</source>
        <translation>Demo. Prova {family} (3 barn), {community} (gemenskapens kort), {expired} (har gått ut), {unknown} (finns inte i registret).</translation>
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
        <source>Valid, of another area, five children</source>
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
        <source>Out of use for now</source>
        <translation>Tillfälligt ur bruk</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>Inte längre i bruk</translation>
    </message>
    <message>
        <source>Has run out</source>
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
        <source>Has used up its courses of the year</source>
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
        <source>Demo cards of Kaikuluukku</source>
        <translation>Kaikuluukkus demokort</translation>
    </message>
    <message>
        <source>These are no real cards: no ticket is given on them. They work at the register of the demo. Print at full size and cut along the marks, or scan them off the screen.</source>
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
        <source>Send and fetch now</source>
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
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Anslutning</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Registrets uppdatering</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kort</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
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
        <source>A diagnosis tells your administrator what this computer and program are like. No card number, token, key or name is in it, and it goes nowhere by itself.</source>
        <translation>En diagnos är en fil för administratören med uppgifter om datorn och programmet. Den innehåller inga kortnummer, koder, nycklar eller namn, och den skickas inte någonstans av sig själv.</translation>
    </message>
    <message>
        <source>Save a diagnosis…</source>
        <translation>Spara en diagnos…</translation>
    </message>
    <message>
        <source>kaikuluukku-diagnosis.zip</source>
        <translation>kaikuluukku-diagnos.zip</translation>
    </message>
    <message>
        <source>Save a diagnosis</source>
        <translation>Spara en diagnos</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Sparad: {file}</translation>
    </message>
</context>
<context>
    <name>DialogueWords</name>
    <message>
        <source>It is tried again at once.</source>
        <translation>Ett nytt försök görs genast.</translation>
    </message>
    <message>
        <source>The next try is at {time}.</source>
        <translation>Nästa försök är kl. {time}.</translation>
    </message>
    <message numerus="yes">
        <source>The register had lost work of this desk: %n sent again</source>
        <translation>
            <numerusform>Registret hade förlorat registreringar från den här luckan: %n skickades på nytt</numerusform>
            <numerusform>Registret hade förlorat registreringar från den här luckan: %n skickades på nytt</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s data is used twice, or an old copy was put back. What the register knows of this desk was taken in. If the data was copied to another computer, enrol that one as a desk of its own.</source>
        <translation>Den här luckans uppgifter används på två ställen, eller så har en gammal kopia återställts. Det som registret vet om luckan har hämtats hit. Om uppgifterna har kopierats till en annan dator ska den tas i bruk som en egen lucka.</translation>
    </message>
    <message>
        <source>The register has not known this desk for two days. You can go on; all is kept. Ask Kaikukeskus for a new activation code, and enrol the desk again.</source>
        <translation>Registret har inte känt igen den här luckan på två dagar. Du kan fortsätta; allt sparas. Be Kaikukeskus om en ny aktiveringskod och ta luckan i bruk på nytt.</translation>
    </message>
    <message>
        <source>Needs a new activation code</source>
        <translation>Behöver en ny aktiveringskod</translation>
    </message>
    <message>
        <source>Data used twice, or an old copy put back</source>
        <translation>Uppgifterna används på två ställen, eller en gammal kopia har återställts</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>This desk is enrolled for {venue}.</source>
        <translation>Luckan har tagits i bruk: {venue}.</translation>
    </message>
    <message>
        <source>Recorded: {tickets}. Id of the visit: {id}</source>
        <translation>Registrerat: {tickets}. Besökets id: {id}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Återkallat.</translation>
    </message>
    <message>
        <source>Settled. The record of it is kept.</source>
        <translation>Ärendet är utrett. Uppgifterna om det finns kvar.</translation>
    </message>
    <message>
        <source>There the defaults hold: see the settings page.</source>
        <translation>Där gäller standardvärdet: se sidan med inställningar.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent, so no file was written.</source>
        <translation>Inget väntar på att skickas, så ingen fil skrevs.</translation>
    </message>
    <message>
        <source>They still wait here, too.</source>
        <translation>De väntar på att skickas även här.</translation>
    </message>
    <message>
        <source>The same passphrase again:</source>
        <translation>Samma lösenfras igen:</translation>
    </message>
    <message>
        <source>Passphrase of the file:</source>
        <translation>Filens lösenfras:</translation>
    </message>
    <message>
        <source>There is no PIN now. An open window unlocks by Enter.</source>
        <translation>Det finns ingen PIN-kod längre. Ett öppet fönster låses upp med Enter.</translation>
    </message>
    <message>
        <source>Key to the data of this desk:</source>
        <translation>Nyckeln till den här luckans uppgifter:</translation>
    </message>
    <message>
        <source>The key is back. Start the program as usual.</source>
        <translation>Nyckeln är på plats igen. Starta programmet som vanligt.</translation>
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
        <source>Put back</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <source>Put back {visit}</source>
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
    <name>Empty</name>
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
        <source>Kaikukeskus or your administrator has given your venue an activation code. Scan its QR code, or type what the letter says. The register then knows whose visits come from here.</source>
        <translation>Ni har fått en aktiveringskod av Kaikukeskus eller er administratör. Läs QR-koden eller skriv koden som står i brevet. Då vet registret vilken aktörs besök som registreras här.</translation>
    </message>
    <message>
        <source>Asking the register…</source>
        <translation>Frågar registret…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ta i bruk</translation>
    </message>
    <message>
        <source>Ticket window 1</source>
        <translation>Biljettlucka 1</translation>
    </message>
    <message>
        <source>This is not an activation code. Scan the letter&apos;s.</source>
        <translation>Det här är ingen aktiveringskod. Läs koden i brevet.</translation>
    </message>
    <message>
        <source>The code was read. Check the address, then enrol.</source>
        <translation>Koden är läst. Kontrollera adressen och ta luckan i bruk.</translation>
    </message>
    <message>
        <source>Enrol all the same</source>
        <translation>Ta i bruk ändå</translation>
    </message>
    <message>
        <source>Address of the register</source>
        <translation>Registrets adress</translation>
    </message>
    <message>
        <source>Begins with https://</source>
        <translation>Börjar med https://</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Aktiveringskod</translation>
    </message>
    <message>
        <source>Twelve letters and digits; it works once.</source>
        <translation>Tolv bokstäver och siffror; fungerar en gång.</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Luckans namn</translation>
    </message>
    <message>
        <source>So that you know it from the others.</source>
        <translation>Så att du skiljer den från de andra.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of this desk wait to be sent.</source>
        <translation>
            <numerusform>%n registrering från den här luckan väntar på att skickas.</numerusform>
            <numerusform>%n registreringar från den här luckan väntar på att skickas.</numerusform>
        </translation>
    </message>
    <message>
        <source>At another venue they are held back. Send them first where you can.</source>
        <translation>Hos en annan aktör blir de väntande. Skicka dem först om du kan.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>No such offer is known here.</source>
        <translation>Ett sådant evenemang eller en sådan tjänst finns inte vid den här luckan.</translation>
    </message>
    <message>
        <source>Fetch the offers from the register, or check the id.</source>
        <translation>Hämta utbudet från registret eller kontrollera id:t.</translation>
    </message>
    <message>
        <source>There is no screen here to open a window on.</source>
        <translation>Här finns ingen skärm att öppna ett fönster på.</translation>
    </message>
    <message>
        <source>Name a command to work without one; --help lists them.</source>
        <translation>Ange ett kommando, så behövs inget fönster. Alla kommandon visas med --help.</translation>
    </message>
    <message>
        <source>The offer needs a Finnish name.</source>
        <translation>Evenemanget eller tjänsten måste ha ett namn på finska.</translation>
    </message>
    <message>
        <source>Give it, and times and numbers that make sense.</source>
        <translation>Ange namnet och rimliga tider och antal.</translation>
    </message>
    <message>
        <source>The name is too long, or holds a character that cannot be seen.</source>
        <translation>Namnet är för långt eller innehåller ett osynligt tecken.</translation>
    </message>
    <message>
        <source>Type the name yourself; do not copy it from elsewhere.</source>
        <translation>Skriv namnet själv, kopiera det inte någon annanstans ifrån.</translation>
    </message>
    <message>
        <source>No such visit was recorded at this desk.</source>
        <translation>Ett sådant besök har inte registrerats vid den här luckan.</translation>
    </message>
    <message>
        <source>Check the id of the visit.</source>
        <translation>Kontrollera besökets id.</translation>
    </message>
    <message>
        <source>The visit has been taken back before.</source>
        <translation>Registreringen har redan återkallats.</translation>
    </message>
    <message>
        <source>Nothing more needs to be done.</source>
        <translation>Inget mer behöver göras.</translation>
    </message>
    <message>
        <source>The last day printed on the card is missing.</source>
        <translation>Den sista giltighetsdagen på kortet saknas.</translation>
    </message>
    <message>
        <source>Read it off the card and give it too.</source>
        <translation>Läs den på kortet och ange den också.</translation>
    </message>
    <message>
        <source>This venue may not record cards that cannot be looked up.</source>
        <translation>Här får man inte registrera kort som inte kan kontrolleras i registret.</translation>
    </message>
    <message>
        <source>Renew the register over the internet and try again.</source>
        <translation>Uppdatera registret via internet och försök igen.</translation>
    </message>
    <message>
        <source>That day is over already.</source>
        <translation>Den dagen är redan förbi.</translation>
    </message>
    <message>
        <source>Choose a day from today on.</source>
        <translation>Välj dagen i dag eller en senare dag.</translation>
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
        <source>Enrol it again with a new activation code. What was recorded here is kept.</source>
        <translation>Ta luckan i bruk på nytt med en ny aktiveringskod. Det som har registrerats här finns kvar.</translation>
    </message>
    <message>
        <source>The data of this desk cannot be used: {path}.</source>
        <translation>Luckans uppgifter kan inte användas: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Ask your IT support for help.</source>
        <translation>Inget skrevs över. Be it-stödet om hjälp.</translation>
    </message>
    <message>
        <source>The disk is full: {path}.</source>
        <translation>Disken är full: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Make room on the disk and try again.</source>
        <translation>Inget registrerades. Frigör utrymme på disken och försök igen.</translation>
    </message>
    <message>
        <source>The data folder cannot be written: {path}.</source>
        <translation>Det går inte att skriva i datamappen: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the rights of the folder.</source>
        <translation>Inget registrerades. Kontrollera rättigheterna till mappen.</translation>
    </message>
    <message>
        <source>Another program holds the data of this desk: {path}.</source>
        <translation>Ett annat program använder luckans uppgifter: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Close the other program and try again.</source>
        <translation>Inget registrerades. Stäng det andra programmet och försök igen.</translation>
    </message>
    <message>
        <source>The data of this desk is damaged: {path}.</source>
        <translation>Luckans uppgifter är skadade: {path}.</translation>
    </message>
    <message>
        <source>The key does not open the data of this desk: {path}.</source>
        <translation>Nyckeln öppnar inte luckans uppgifter: {path}.</translation>
    </message>
    <message>
        <source>Nothing was sent. Often the computer&apos;s clock is wrong, or the network wants you to sign in first. Somebody may also be listening in between: if the clock is right, use another network or tell your IT support.</source>
        <translation>Ingenting skickades. Ofta går datorns klocka fel, eller så kräver nätverket att man först loggar in. Någon kan också lyssna däremellan: om klockan går rätt, byt nätverk eller kontakta it-stödet.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Start the program again: it keeps the damaged file aside and saves what can be read.</source>
        <translation>Ingenting skrevs över. Starta programmet på nytt: det lägger den skadade filen åt sidan och räddar det som går att läsa.</translation>
    </message>
    <message>
        <source>Was {meant} meant?</source>
        <translation>Menade du {meant}?</translation>
    </message>
    <message>
        <source>The visit can no longer be put back: its day is over.</source>
        <translation>Registreringen kan inte längre återställas: dagen är över.</translation>
    </message>
    <message>
        <source>Record it again with its own day.</source>
        <translation>Registrera besöket på nytt med dess egen dag.</translation>
    </message>
    <message>
        <source>Write one line of at most 500 characters, without a card number.</source>
        <translation>Skriv en rad på högst 500 tecken, utan kortnummer.</translation>
    </message>
    <message>
        <source>The fee is missing: it differs from one to another here.</source>
        <translation>Avgiften saknas: den varierar här.</translation>
    </message>
    <message>
        <source>Ask what it is, and give it too.</source>
        <translation>Fråga den och ange den också.</translation>
    </message>
    <message>
        <source>This desk&apos;s venue did not add the offer {offer} itself.</source>
        <translation>Luckans aktör har inte själv lagt till det här: {offer}.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus to change it in the register.</source>
        <translation>Be Kaikukeskus ändra det i registret.</translation>
    </message>
    <message>
        <source>The register&apos;s time is far from this computer&apos;s.</source>
        <translation>Registrets tid avviker mycket från datorns tid.</translation>
    </message>
    <message>
        <source>Nothing is sent before it is known which is right. Try again in a minute.</source>
        <translation>Inget skickas förrän det är klart vilken som stämmer. Försök igen om en minut.</translation>
    </message>
    <message>
        <source>The day {day} is still to come.</source>
        <translation>Dagen {day} har inte varit än.</translation>
    </message>
    <message>
        <source>Take the day on which the tickets were given.</source>
        <translation>Ange dagen då biljetterna gavs.</translation>
    </message>
    <message>
        <source>The day {day} is too long ago: 400 days are the most.</source>
        <translation>Dagen {day} ligger för långt tillbaka: högst 400 dagar går.</translation>
    </message>
    <message>
        <source>This is a HEIC photograph, which is not read here: {path}.</source>
        <translation>Detta är ett HEIC-fotografi, som inte läses här: {path}.</translation>
    </message>
    <message>
        <source>Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send it as a message and save the picture from there.</source>
        <translation>Spara det som JPEG: på en iPhone Inställningar, Kamera, Format, Mest kompatibelt, eller skicka bilden i ett meddelande och spara den därifrån.</translation>
    </message>
    <message>
        <source>This is a PDF and no picture: {path}.</source>
        <translation>Detta är en PDF och ingen bild: {path}.</translation>
    </message>
    <message>
        <source>Open it, take a screenshot of the code, and save that as PNG.</source>
        <translation>Öppna den, ta en skärmbild av koden och spara den som PNG.</translation>
    </message>
    <message>
        <source>This is a drawing (SVG) and no picture: {path}.</source>
        <translation>Detta är en teckning (SVG) och ingen bild: {path}.</translation>
    </message>
    <message>
        <source>Open it in a browser, take a screenshot, and save that as PNG.</source>
        <translation>Öppna den i en webbläsare, ta en skärmbild och spara den som PNG.</translation>
    </message>
    <message>
        <source>This is a folder and no picture: {path}.</source>
        <translation>Detta är en mapp och ingen bild: {path}.</translation>
    </message>
    <message>
        <source>Name the pictures in it, all at once if you like.</source>
        <translation>Ange bilderna i den, gärna alla på en gång.</translation>
    </message>
    <message>
        <source>Stopped: the file was not saved.</source>
        <translation>Avbrutet: filen sparades inte.</translation>
    </message>
    <message>
        <source>A file of that name that was there before is as it was.</source>
        <translation>En tidigare fil med samma namn är oförändrad.</translation>
    </message>
    <message>
        <source>Saving the file broke off.</source>
        <translation>Det gick inte att spara hela filen.</translation>
    </message>
    <message>
        <source>No visit is lost. Try again, or with fewer days; if it breaks off again, ask your IT support for help.</source>
        <translation>Inget besök har gått förlorat. Försök igen eller välj färre dagar. Om sparandet avbryts igen, be it-stödet om hjälp.</translation>
    </message>
    <message>
        <source>The key to the data of this desk is lost: {path}.</source>
        <translation>Nyckeln till den här luckans uppgifter har försvunnit: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. If the folder was moved or copied here, put it back where it was: its key is found there. Otherwise put back the key with restore-key, or enrol again with --set-aside: the old data is kept.</source>
        <translation>Inget skrevs över. Om mappen har flyttats eller kopierats hit, lägg tillbaka den där den var: nyckeln hittas där. Återställ annars nyckeln med restore-key, eller ta luckan i bruk på nytt med --set-aside: gamla data finns kvar.</translation>
    </message>
    <message>
        <source>The key to the data of this desk is not here: the folder {path} was moved or copied from {made_in}.</source>
        <translation>Nyckeln till den här luckans data finns inte här: mappen {path} har flyttats eller kopierats från {made_in}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Keys do not move along to another computer or user: put the folder back, or put the key into this keyring with restore-key. Otherwise enrol again with --set-aside: the old data is kept.</source>
        <translation>Inget skrevs över. Nyckeln följer inte med till en annan dator eller användare: flytta tillbaka mappen eller återställ nyckeln i den här nyckelringen med restore-key. Ta annars luckan i bruk på nytt med --set-aside: gamla data finns kvar.</translation>
    </message>
    <message>
        <source>The data was written by a newer version: {path}.</source>
        <translation>Uppgifterna har sparats av en nyare version: {path}.</translation>
    </message>
    <message>
        <source>Install the newest version of Kaikuluukku.</source>
        <translation>Installera den senaste versionen av Kaikuluukku.</translation>
    </message>
    <message>
        <source>The keyring of this computer cannot be used.</source>
        <translation>Datorns nyckelring kan inte användas.</translation>
    </message>
    <message>
        <source>Unlock or install a keyring. On a machine without one, an admin may choose a file: --secrets file:PATH.</source>
        <translation>Lås upp eller installera en nyckelring. På en dator utan nyckelring kan administratören välja en fil: --secrets file:SÖKVÄG.</translation>
    </message>
    <message>
        <source>The register cannot be reached.</source>
        <translation>Registret kan inte nås.</translation>
    </message>
    <message>
        <source>Nothing is lost. Go on; it is sent when the network is back.</source>
        <translation>Inget går förlorat. Fortsätt: allt skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>The register is busy.</source>
        <translation>Registret är överbelastat.</translation>
    </message>
    <message>
        <source>Nothing is lost. It is tried again by itself.</source>
        <translation>Inget går förlorat. Programmet försöker igen av sig självt.</translation>
    </message>
    <message>
        <source>Too many tries.</source>
        <translation>För många försök.</translation>
    </message>
    <message>
        <source>Wait some minutes, then try the code again.</source>
        <translation>Vänta några minuter och försök med koden igen.</translation>
    </message>
    <message>
        <source>Something other than the register answered.</source>
        <translation>Något annat än registret svarade.</translation>
    </message>
    <message>
        <source>Check the address, and whether the network wants you to sign in first.</source>
        <translation>Kontrollera adressen och om nätet först vill att du loggar in.</translation>
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
        <source>A sign-in page answered in the register&apos;s place.</source>
        <translation>En inloggningssida svarade i stället för registret.</translation>
    </message>
    <message>
        <source>Open a web browser and sign in to the network, then go on.</source>
        <translation>Öppna en webbläsare och logga in på nätet, fortsätt sedan.</translation>
    </message>
    <message>
        <source>The register&apos;s address leads somewhere else.</source>
        <translation>Registrets adress leder någon annanstans.</translation>
    </message>
    <message>
        <source>The answer was too large to be the register&apos;s.</source>
        <translation>Svaret var för stort för att komma från registret.</translation>
    </message>
    <message>
        <source>It was not used. Check the address of the register.</source>
        <translation>Det användes inte. Kontrollera registrets adress.</translation>
    </message>
    <message>
        <source>Work of this desk waits to be sent: {waiting}.</source>
        <translation>Registreringar från den här luckan väntar på att skickas: {waiting}.</translation>
    </message>
    <message>
        <source>Enrol all the same? Elsewhere it is held back. (--yes)</source>
        <translation>Ta i bruk ändå? Annanstans blir de kvar och väntar. (--yes)</translation>
    </message>
    <message>
        <source>What the register sent did not come to an end.</source>
        <translation>Det som registret skickade tog inte slut.</translation>
    </message>
    <message>
        <source>What came is used. It is gone on with by itself.</source>
        <translation>Det som kom används. Hämtningen fortsätter av sig själv.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate cannot be trusted.</source>
        <translation>Registrets certifikat går inte att lita på.</translation>
    </message>
    <message>
        <source>The file with the certificates cannot be used.</source>
        <translation>Filen med certifikat kan inte användas.</translation>
    </message>
    <message>
        <source>Check the path, and that the file holds PEM certificates.</source>
        <translation>Kontrollera sökvägen och att filen innehåller PEM-certifikat.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the desk through.</source>
        <translation>Nätets proxy släpper inte fram luckan till registret.</translation>
    </message>
    <message>
        <source>Ask your IT support to let it reach the register.</source>
        <translation>Be it-stödet öppna anslutningen till registret.</translation>
    </message>
    <message>
        <source>The register finds what was sent too large.</source>
        <translation>Det som skickades är för stort för registret.</translation>
    </message>
    <message>
        <source>Nothing is lost. Tell the makers of this program.</source>
        <translation>Inget går förlorat. Meddela programmets utvecklare.</translation>
    </message>
    <message>
        <source>The texts of a language are missing.</source>
        <translation>Texterna på ett språk saknas.</translation>
    </message>
    <message>
        <source>Install Kaikuluukku again. What was recorded here is kept.</source>
        <translation>Installera Kaikuluukku på nytt. Det som registrerats här finns kvar.</translation>
    </message>
    <message>
        <source>The register does not know this desk just now.</source>
        <translation>Registret känner just nu inte igen den här luckan.</translation>
    </message>
    <message>
        <source>Go on: all is kept, and it is tried again by itself.</source>
        <translation>Fortsätt: allt sparas, och nya försök görs av sig själva.</translation>
    </message>
    <message>
        <source>The register does not know this activation code.</source>
        <translation>Registret känner inte till den här aktiveringskoden.</translation>
    </message>
    <message>
        <source>Check the code letter by letter.</source>
        <translation>Kontrollera koden tecken för tecken.</translation>
    </message>
    <message>
        <source>The activation code has been used before.</source>
        <translation>Aktiveringskoden har redan använts.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for a new code.</source>
        <translation>Be Kaikukeskus om en ny kod.</translation>
    </message>
    <message>
        <source>The activation code has run out.</source>
        <translation>Aktiveringskoden har gått ut.</translation>
    </message>
    <message>
        <source>The register that arrived is not the one that was signed.</source>
        <translation>Det hämtade registret stämmer inte med sin elektroniska underskrift.</translation>
    </message>
    <message>
        <source>It is not used. The last good one stays in use.</source>
        <translation>Det används inte. Det senaste godkända registret är fortfarande i bruk.</translation>
    </message>
    <message>
        <source>The register refused what was sent.</source>
        <translation>Registret godkände inte det som skickades.</translation>
    </message>
    <message>
        <source>Check what you gave, and whether a newer version is out.</source>
        <translation>Kontrollera det du angav och om det finns en nyare version.</translation>
    </message>
    <message>
        <source>A fault in this program: {name}.</source>
        <translation>Ett fel i programmet: {name}.</translation>
    </message>
    <message>
        <source>What was recorded is safe. Please tell its makers; the log helps.</source>
        <translation>Det som har registrerats är sparat. Meddela programmets utvecklare; loggen är till hjälp.</translation>
    </message>
    <message>
        <source>There is nothing refused under this id.</source>
        <translation>Det finns ingen avvisad registrering med detta id.</translation>
    </message>
    <message>
        <source>It may have been settled already: look at the queue again.</source>
        <translation>Den kan redan vara utredd. Kör kommandot queue igen.</translation>
    </message>
    <message>
        <source>This cannot be done about that refusal.</source>
        <translation>Det går inte att göra så med den här registreringen.</translation>
    </message>
    <message>
        <source>Choose another way: the queue names those that there are.</source>
        <translation>Välj ett annat sätt. Kommandot queue visar vad som går att göra.</translation>
    </message>
    <message>
        <source>The note or the operator&apos;s mark cannot be kept like this.</source>
        <translation>Anteckningen eller biljettförsäljarens signatur kan inte sparas i den här formen.</translation>
    </message>
    <message>
        <source>The file cannot be read: {path}.</source>
        <translation>Filen kan inte läsas: {path}.</translation>
    </message>
    <message>
        <source>Check its name, and that you may read it.</source>
        <translation>Kontrollera namnet och att du har läsrätt.</translation>
    </message>
    <message>
        <source>The file cannot be written: {path}.</source>
        <translation>Filen kan inte skrivas: {path}.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another place, or make room there.</source>
        <translation>Inget skrevs. Välj en annan plats eller frigör utrymme.</translation>
    </message>
    <message>
        <source>There is another file of that name: {path}.</source>
        <translation>Det finns redan en annan fil med det namnet: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name.</source>
        <translation>Inget skrevs över. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>En lösenfras behövs.</translation>
    </message>
    <message>
        <source>Type it when asked, or give it in KAIKULUUKKU_PASSPHRASE.</source>
        <translation>Skriv den när programmet frågar eller ange den i variabeln KAIKULUUKKU_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The passphrase was not the same both times.</source>
        <translation>Lösenfrasen var inte densamma båda gångerna.</translation>
    </message>
    <message>
        <source>Try again, and type it slowly.</source>
        <translation>Försök igen och skriv i lugn och ro.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess.</source>
        <translation>Lösenfrasen är för lätt att gissa.</translation>
    </message>
    <message>
        <source>Take one of at least {shortest} characters, not the same ones over and over: a few words do well.</source>
        <translation>Använd minst {shortest} tecken, inte samma om och om igen: några ord går bra.</translation>
    </message>
    <message>
        <source>The file is not one that carry-out wrote.</source>
        <translation>Filen är inte skapad med kommandot carry-out.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Check which file it is.</source>
        <translation>Inget lästes in. Kontrollera vilken fil det är.</translation>
    </message>
    <message>
        <source>The file was written by a newer version.</source>
        <translation>Filen har skrivits av en nyare version.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Install the newest version of Kaikuluukku.</source>
        <translation>Inget lästes in. Installera den senaste versionen av Kaikuluukku.</translation>
    </message>
    <message>
        <source>The file is too large to be carried work.</source>
        <translation>Filen är för stor för att innehålla överförda registreringar.</translation>
    </message>
    <message>
        <source>Nothing was taken in or written. Check which file it is.</source>
        <translation>Inget lästes in eller sparades. Kontrollera vilken fil det är.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the file was changed.</source>
        <translation>Lösenfrasen är fel, eller så har filen ändrats.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Try the passphrase again, or carry the work out again.</source>
        <translation>Inget lästes in. Försök med lösenfrasen igen eller spara registreringarna i en ny fil.</translation>
    </message>
    <message>
        <source>The work in the file is of another venue: {venue}.</source>
        <translation>Registreringarna i filen hör till en annan aktör: {venue}.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Take it to a desk of that venue.</source>
        <translation>Inget lästes in. Ta filen till en av den aktörens luckor.</translation>
    </message>
    <message>
        <source>Kaikuluukku is open already, but does not answer.</source>
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
        <source>Go on with a scanner, or type the card&apos;s number.</source>
        <translation>Fortsätt med läsaren eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Ingen kamera hittades.</translation>
    </message>
    <message>
        <source>Plug one in: it starts by itself. Until then, type or scan.</source>
        <translation>Anslut en kamera: den startar av sig själv. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>The camera is not there: {name}.</source>
        <translation>Kameran hittas inte: {name}.</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another. Until then, type or scan.</source>
        <translation>Anslut den igen eller välj en annan. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>The camera gives no picture: {name}.</source>
        <translation>Kameran ger ingen bild: {name}.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and see that the computer lets this program use the camera. It starts by itself. Until then, type or scan.</source>
        <translation>Stäng andra program som använder kameran och se till att datorn låter det här programmet använda den. Kameran startar av sig själv. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>This computer does not let the program use the camera.</source>
        <translation>Datorn låter inte programmet använda kameran.</translation>
    </message>
    <message>
        <source>Allow it in the computer&apos;s settings, or ask your IT support. Until then, type or scan.</source>
        <translation>Tillåt det i datorns inställningar eller fråga it-stödet. Tills dess kan du skriva eller använda läsaren.</translation>
    </message>
    <message>
        <source>There is no picture to show in {path}.</source>
        <translation>Det finns ingen bild att visa i {path}.</translation>
    </message>
    <message>
        <source>Give a video, or a folder with PNG, JPEG or WebP pictures.</source>
        <translation>Ange en video eller en mapp med PNG-, JPEG- eller WebP-bilder.</translation>
    </message>
    <message>
        <source>The program&apos;s font is missing: {path}.</source>
        <translation>Programmets typsnitt saknas: {path}.</translation>
    </message>
    <message>
        <source>Install the program again; what was recorded is kept.</source>
        <translation>Installera programmet på nytt; det som har registrerats finns kvar.</translation>
    </message>
    <message>
        <source>This is no picture that can be read, or it is broken: {path}.</source>
        <translation>Det här är ingen bild som kan läsas, eller så är den skadad: {path}.</translation>
    </message>
    <message>
        <source>Take it again, or save it as PNG or JPEG.</source>
        <translation>Ta bilden på nytt eller spara den som PNG eller JPEG.</translation>
    </message>
    <message>
        <source>The picture is too large: {path}.</source>
        <translation>Bilden är för stor: {path}.</translation>
    </message>
    <message>
        <source>Shrink it to {most} megapixels at most, or cut the code out.</source>
        <translation>Förminska bilden till högst {most} megapixel eller beskär den till bara koden.</translation>
    </message>
    <message>
        <source>The help is missing.</source>
        <translation>Hjälpen saknas.</translation>
    </message>
    <message>
        <source>The address of the register is missing.</source>
        <translation>Registrets adress saknas.</translation>
    </message>
    <message>
        <source>Give it with --api, or in the policy of this machine.</source>
        <translation>Ange den med --api eller i datorns policyfil.</translation>
    </message>
    <message>
        <source>An activation code is missing.</source>
        <translation>Aktiveringskoden saknas.</translation>
    </message>
    <message>
        <source>Give it with --code, or in a file with --code-file.</source>
        <translation>Ange den med --code, eller i en fil med --code-file.</translation>
    </message>
    <message>
        <source>Others can read the file with the activation code: {path}.</source>
        <translation>Andra kan läsa filen med aktiveringskoden: {path}.</translation>
    </message>
    <message>
        <source>It was not used. Let only the desk&apos;s own user read it: mode 600.</source>
        <translation>Koden användes inte. Ge bara luckans egen användare läsrätt till filen: rättigheter 600.</translation>
    </message>
    <message>
        <source>The policy of this machine cannot be used: {path}.</source>
        <translation>Datorns policyfil kan inte användas: {path}.</translation>
    </message>
    <message>
        <source>Ask your IT support to mend the file: {reason}.</source>
        <translation>Be it-stödet rätta filen: {reason}.</translation>
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
        <source>This is not the PIN.</source>
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
        <source>Wait {seconds} s and try again.</source>
        <translation>Vänta {seconds} s och försök igen.</translation>
    </message>
    <message>
        <source>A PIN is set, and this command shows or changes visits.</source>
        <translation>En PIN-kod är i bruk, och det här kommandot visar eller ändrar registreringar.</translation>
    </message>
    <message>
        <source>Type the PIN when asked, or give it by --pin-file FILE.</source>
        <translation>Ange PIN-koden när den efterfrågas, eller med --pin-file FIL.</translation>
    </message>
    <message>
        <source>Others can read the file with the PIN: {path}.</source>
        <translation>Andra kan läsa filen med PIN-koden: {path}.</translation>
    </message>
    <message>
        <source>Make it readable for its owner alone (chmod 600).</source>
        <translation>Låt bara filens ägare läsa den (chmod 600).</translation>
    </message>
    <message>
        <source>Only an administrator of this computer may remove the PIN.</source>
        <translation>Bara en administratör för den här datorn får ta bort PIN-koden.</translation>
    </message>
    <message>
        <source>Run the command as somebody who may write {path}, or let an administrator create the empty file {slip} and run the command within 15 minutes.</source>
        <translation>Kör kommandot som en användare som får skriva till {path}, eller låt en administratör skapa den tomma filen {slip} och kör kommandot inom 15 minuter.</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>Skrivaren tog inte emot något.</translation>
    </message>
    <message>
        <source>Look whether it is on, or save the form as PDF.</source>
        <translation>Se efter om den är på, eller spara blanketten som PDF.</translation>
    </message>
    <message>
        <source>This row was recorded or put away meanwhile.</source>
        <translation>Den här raden har redan registrerats eller tagits bort.</translation>
    </message>
    <message>
        <source>The page of visits shows what is recorded.</source>
        <translation>Det som har registrerats syns på sidan Besök.</translation>
    </message>
    <message>
        <source>That is not a key: a key is 64 digits and letters from a to f.</source>
        <translation>Det där är ingen nyckel: en nyckel har 64 tecken, siffror och bokstäver a–f.</translation>
    </message>
    <message>
        <source>Copy it whole, and try again. Nothing was changed.</source>
        <translation>Kopiera den i sin helhet och försök igen. Inget ändrades.</translation>
    </message>
    <message>
        <source>It is another key, or the file is damaged from end to end. Nothing was overwritten. Put back the key with restore-key, or enrol again with --set-aside: the old data is kept.</source>
        <translation>Nyckeln är fel, eller så är hela filen skadad. Ingenting skrevs över. Lägg tillbaka nyckeln med restore-key, eller ta luckan i bruk på nytt med --set-aside: de gamla uppgifterna finns kvar.</translation>
    </message>
    <message>
        <source>This desk has no register yet.</source>
        <translation>Den här luckan har inget register ännu.</translation>
    </message>
    <message>
        <source>No file was written. Fetch the register first, or use another desk.</source>
        <translation>Ingen fil sparades. Hämta först registret eller använd en annan lucka.</translation>
    </message>
    <message>
        <source>This register cannot be passed on: no other desk could verify it.</source>
        <translation>Registret kan inte föras över till en annan lucka: den kunde inte kontrollera det.</translation>
    </message>
    <message>
        <source>No file was written. Send and fetch once; if that does not help, the register is of an older version.</source>
        <translation>Ingen fil sparades. Skicka och hämta en gång. Hjälper det inte, har Kaikukanta en äldre version.</translation>
    </message>
    <message>
        <source>The cards in the file are not the ones that were signed.</source>
        <translation>Korten i filen är inte de som Kaikukanta har signerat.</translation>
    </message>
    <message>
        <source>Nothing was changed. Have a new file written at a desk that has a connection.</source>
        <translation>Inget ändrades. Gör en ny fil vid en lucka som har förbindelse.</translation>
    </message>
    <message>
        <source>The register in the file is older than the one at this desk.</source>
        <translation>Registret i filen är äldre än den här luckans register.</translation>
    </message>
    <message>
        <source>The file belongs to another register than this desk.</source>
        <translation>Filen kommer från ett annat Kaikukanta än den här luckan.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use a file from a desk that is enrolled as this one is.</source>
        <translation>Inget ändrades. Använd en fil från en lucka som är ansluten till samma Kaikukanta.</translation>
    </message>
</context>
<context>
    <name>FeeField</name>
    <message>
        <source>What the fee is, in euros</source>
        <translation>Avgiften i euro</translation>
    </message>
    <message>
        <source>As in 60 or 37,50</source>
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
        <source>Most: {bar}. The table beside has every number.</source>
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
        <source>All</source>
        <translation>Hela tiden</translation>
    </message>
    <message>
        <source>From day to day</source>
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
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Evenemang eller tjänst</translation>
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
        <source>An offer that this desk does not know</source>
        <translation>Evenemang eller tjänst som luckan inte känner till</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänd</translation>
    </message>
    <message>
        <source>All desks of the venue</source>
        <translation>Aktörens alla luckor</translation>
    </message>
    <message>
        <source>All visits on record</source>
        <translation>Alla registrerade besök</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>{first} and after</source>
        <translation>{first} och senare</translation>
    </message>
    <message>
        <source>{last} and before</source>
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
        <source>Made on {day} with Kaikuluukku</source>
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
    <name>FilterBar</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>State</source>
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
        <source>Later</source>
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
        <source>This is not a Kaikukortti: it is a web address</source>
        <translation>Det här är inte ett Kaikukort utan en webbadress</translation>
    </message>
    <message>
        <source>It was not opened. Scan the code on the card, or type its number.</source>
        <translation>Den öppnades inte. Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it looks like a ticket</source>
        <translation>Det här är inte ett Kaikukort utan ser ut att vara en biljett</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type its number.</source>
        <translation>Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it is the barcode of a product</source>
        <translation>Det här är inte ett Kaikukort utan en produkts streckkod</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it is a personal identity code</source>
        <translation>Detta är inte ett Kaikukort utan en personbeteckning</translation>
    </message>
    <message>
        <source>It was not kept. Scan the code on the card, or type its number.</source>
        <translation>Den sparades inte. Läs koden på kortet eller skriv kortets nummer.</translation>
    </message>
    <message>
        <source>There are two cards before the camera</source>
        <translation>Det finns två kort framför kameran</translation>
    </message>
    <message>
        <source>Neither was taken. Show one card at a time.</source>
        <translation>Inget av dem togs. Visa ett kort åt gången.</translation>
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
        <source>Not sure. Take the picture again, nearer and in better light.</source>
        <translation>Inte säkert. Ta bilden på nytt, närmare och i bättre ljus.</translation>
    </message>
    <message>
        <source>This enrols a desk with the register at {address}.</source>
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
        <source>The same card was read again. It counts once.</source>
        <translation>Samma kort lästes igen. Det räknas bara en gång.</translation>
    </message>
    <message>
        <source>The same card was read again. It was recorded just now, once.</source>
        <translation>Samma kort lästes igen. Det registrerades nyss och räknas bara en gång.</translation>
    </message>
    <message>
        <source>The card before this one was not recorded. Scan it again if it should be.</source>
        <translation>Det föregående kortet registrerades inte. Läs det igen om det ska registreras.</translation>
    </message>
    <message>
        <source>The card scanned meanwhile was not taken. Scan it again after this one.</source>
        <translation>Kortet som lästes under den förra registreringen togs inte emot. Läs det igen efter det här.</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Läs kortet igen</translation>
    </message>
    <message>
        <source>Perhaps not all of its characters came through.</source>
        <translation>Alla tecken kom kanske inte fram.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it is an enrolment code for a desk</source>
        <translation>Det här är inte ett Kaikukort utan en aktiveringskod för en lucka</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type its number.</source>
        <translation>Läs koden på kortet eller skriv in kortets nummer.</translation>
    </message>
    <message>
        <source>The register has this card without the last character, which only checks the others. Compare the number with the card.</source>
        <translation>I registret finns kortet utan det sista tecknet, som bara kontrollerar de andra. Jämför numret med kortet.</translation>
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
        <source>Note of {day}: {note}</source>
        <translation>Anteckning {day}: {note}</translation>
    </message>
    <message>
        <source>Sent again {sent}, refused again {refused}</source>
        <translation>Skickat på nytt {sent}, avvisat på nytt {refused}</translation>
    </message>
    <message>
        <source>an offer that this desk does not know</source>
        <translation>evenemang eller tjänst som luckan inte känner till</translation>
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
        <source>two come along</source>
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
        <source>choose one of the events and services at hand</source>
        <translation>välj ett evenemang eller en tjänst bland rutorna</translation>
    </message>
    <message>
        <source>choose among all events and services</source>
        <translation>välj bland alla evenemang och tjänster</translation>
    </message>
    <message>
        <source>a group begins, or is complete</source>
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
        <source>This computer becomes a ticket window for the Kaikukortti in a few minutes. First: which language do you work in? It can be changed at any time.</source>
        <translation>Den här datorn blir en biljettlucka för Kaikukortet på några minuter. Först: på vilket språk arbetar du? Språket kan bytas när som helst.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>There is no PIN to lock with. Set one in the settings, under Lock.</source>
        <translation>Låsningen kräver en PIN-kod. Ange den i inställningarna under Låsning.</translation>
    </message>
</context>
<context>
    <name>LockPart</name>
    <message>
        <source>Lock</source>
        <translation>Låsning</translation>
    </message>
    <message>
        <source>With a PIN the window is locked at the start, when nobody has touched it for a while, and at once by Ctrl+L. That keeps out a passer-by, not a thief who has the computer&apos;s disk.</source>
        <translation>Med en PIN-kod är fönstret låst vid starten och låses när ingen har rört det på en stund, eller genast med Ctrl+L. Det håller en förbipasserande borta, men inte en tjuv som har datorns disk.</translation>
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
        <source>The same again</source>
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
        <source>Asked for before it is removed.</source>
        <translation>Behövs för att koden ska kunna tas bort.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Ta bort PIN-koden</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Koderna är inte likadana.</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>PIN-koden är inställd.</translation>
    </message>
    <message>
        <source>The PIN is removed.</source>
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
        <source>What was recorded is safe, and goes on being sent. Type the PIN to go on.</source>
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
        <source>Forgotten? An administrator of this computer removes it: {command}</source>
        <translation>Glömt koden? Datorns administratör tar bort den: {command}</translation>
    </message>
    <message>
        <source>The lock keeps out a passer-by, not a thief who has the computer&apos;s disk.</source>
        <translation>Låset stoppar en förbipasserande, inte en tjuv som har datorns disk.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n thing(s) need a hand</source>
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
        <translation>Lås</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Put this message away</source>
        <translation>Dölj meddelandet</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n unsent item(s) taken in from data that was set aside.</source>
        <translation>
            <numerusform>%n oskickad registrering lästes in från de gamla uppgifterna.</numerusform>
            <numerusform>%n oskickade registreringar lästes in från de gamla uppgifterna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) saved.</source>
        <translation>
            <numerusform>%n besök räddades.</numerusform>
            <numerusform>%n besök räddades.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded item(s) could not be saved.</source>
        <translation>
            <numerusform>%n registrering kunde inte räddas.</numerusform>
            <numerusform>%n registreringar kunde inte räddas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) in the settings file could not be understood.</source>
        <translation>
            <numerusform>Inställningsfilen har %n inställning som inte kunde förstås.</numerusform>
            <numerusform>Inställningsfilen har %n inställningar som inte kunde förstås.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) came from the operation log; they wait to be sent.</source>
        <translation>
            <numerusform>%n registrering kom från registreringsloggen; den väntar på att skickas.</numerusform>
            <numerusform>%n registreringar kom från registreringsloggen; de väntar på att skickas.</numerusform>
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
        <source>%n visit(s) written.</source>
        <translation>
            <numerusform>%n besök har sparats i filen.</numerusform>
            <numerusform>%n besök har sparats i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to the file.</source>
        <translation>
            <numerusform>%n registrering finns i filen.</numerusform>
            <numerusform>%n registreringar finns i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) taken in. They are sent with the next sync.</source>
        <translation>
            <numerusform>%n registrering lästes in. Den skickas nästa gång luckan skickar och hämtar.</numerusform>
            <numerusform>%n registreringar lästes in. De skickas nästa gång luckan skickar och hämtar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were here before.</source>
        <translation>
            <numerusform>%n registrering fanns här redan.</numerusform>
            <numerusform>%n registreringar fanns här redan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeBand</name>
    <message>
        <source>A scan records the holder&apos;s ticket at once; Ctrl+Z takes it back.</source>
        <translation>När kortet läses registreras kortinnehavarens biljett genast. Ctrl+Z ångrar.</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Snabbläge</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Scan the group&apos;s cards one after another, and record each.</source>
        <translation>Läs gruppens kort ett i taget och registrera vart och ett.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
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
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Begin a group</source>
        <translation>Starta en grupp</translation>
    </message>
    <message>
        <source>Group is complete</source>
        <translation>Avsluta gruppen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The register here has not been renewed lately.</source>
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
        <source>The clock of this computer looks wrong. Check the date and the time.</source>
        <translation>Datorns klocka verkar gå fel. Kontrollera datum och tid.</translation>
    </message>
    <message>
        <source>This card already has tickets to this, given {earlier}.</source>
        <translation>Kortet har redan biljetter till detta, utgivna {earlier}.</translation>
    </message>
    <message>
        <source>The holder pays {amount} for each ticket.</source>
        <translation>Kortinnehavaren betalar {amount} för varje biljett.</translation>
    </message>
    <message>
        <source>Ask what the fee is, and type it in.</source>
        <translation>Fråga hur stor avgiften är och skriv in den.</translation>
    </message>
    <message>
        <source>Today is the card&apos;s last valid day.</source>
        <translation>I dag är kortets sista giltighetsdag.</translation>
    </message>
    <message>
        <source>The event is after the card&apos;s last valid day.</source>
        <translation>Evenemanget är efter kortets sista giltighetsdag.</translation>
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
        <source>What are you selling?</source>
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
        <source>Nothing is found by these words.</source>
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
        <source>Withdraw the offer</source>
        <translation>Ta bort ur utbudet</translation>
    </message>
    <message>
        <source>Take it off the list? Its visits stay and count.</source>
        <translation>Ska det här tas bort ur utbudet? Besöken finns kvar och räknas.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ta inte bort</translation>
    </message>
    <message>
        <source>Choose at the ticket window</source>
        <translation>Välj vid biljettluckan</translation>
    </message>
    <message>
        <source>Chosen at the ticket window</source>
        <translation>Vald vid biljettluckan</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Shorter, please: at most 200 characters.</source>
        <translation>Förkorta: högst 200 tecken.</translation>
    </message>
    <message>
        <source>Write a time after the beginning, as in 21.30, or a later day.</source>
        <translation>Skriv en tid efter början, till exempel 21.30, eller en senare dag.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Skriv ett heltal.</translation>
    </message>
    <message>
        <source>Write an amount in euros, as in 25 or 12,50.</source>
        <translation>Skriv ett belopp i euro, till exempel 25 eller 12,50.</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>Write the hour and the minutes, as in 18.30.</source>
        <translation>Skriv timmar och minuter, till exempel 18.30.</translation>
    </message>
    <message>
        <source>The offer needs a name in Finnish.</source>
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
        <source>It can be sold here at once. The register hears of it by itself.</source>
        <translation>Du kan ge biljetter genast. Uppgifterna skickas automatiskt till registret.</translation>
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
        <source>If it has one</source>
        <translation>Om det finns ett</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Namn på engelska</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>As in 9.3.2027</source>
        <translation>Till exempel 9.3.2027</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <source>As in 18.30</source>
        <translation>Till exempel 18.30</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>A hall or an address, if needed</source>
        <translation>En sal eller adress, vid behov</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Sector in the statistics</source>
        <translation>Sektor i statistiken</translation>
    </message>
    <message>
        <source>Children under {age} may come along</source>
        <translation>Barn under {age} år får följa med</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Slutar</translation>
    </message>
    <message>
        <source>As in 21.30, or a day</source>
        <translation>Till exempel 21.30, eller en dag</translation>
    </message>
    <message>
        <source>Kaikukortti tickets in all</source>
        <translation>Kaikukortsbiljetter totalt</translation>
    </message>
    <message>
        <source>Leave it empty where there is no quota</source>
        <translation>Lämna tomt om antalet inte är begränsat</translation>
    </message>
    <message>
        <source>Leave it empty where there is no limit</source>
        <translation>Lämna tomt om det inte finns någon gräns</translation>
    </message>
    <message>
        <source>How often one card may come</source>
        <translation>Antal gånger per kort</translation>
    </message>
    <message>
        <source>How many days or months</source>
        <translation>Hur många dagar eller månader</translation>
    </message>
    <message>
        <source>How often to any course of the venue</source>
        <translation>Kurser per kort, alla kurser sammanlagt</translation>
    </message>
    <message>
        <source>What a ticket is worth</source>
        <translation>Biljettens eller platsens pris</translation>
    </message>
    <message>
        <source>Euros, as in 60</source>
        <translation>I euro, till exempel 60</translation>
    </message>
    <message>
        <source>What the venue gives of it</source>
        <translation>Aktörens andel högst</translation>
    </message>
    <message>
        <source>The holder pays the rest</source>
        <translation>Innehavaren betalar resten</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>The fee is asked for at the counter</source>
        <translation>Avgiften frågas i luckan</translation>
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
        <source>Leave it</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Whose offer it is</source>
        <translation>Vilken aktörs utbud</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Event or service</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Choose the event or service</source>
        <translation>Välj evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Inget valt ännu</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>The tickets set aside for Kaikukortti have been given.</source>
        <translation>De biljetter som reserverats för Kaikukortet har delats ut.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) left of {total}</source>
        <translation>
            <numerusform>%n biljett kvar av {total}</numerusform>
            <numerusform>%n biljetter kvar av {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) in all</source>
        <translation>
            <numerusform>Per kort: %n gång sammanlagt</numerusform>
            <numerusform>Per kort: %n gånger sammanlagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a day</source>
        <translation>
            <numerusform>Per kort: %n gång per dag</numerusform>
            <numerusform>Per kort: %n gånger per dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a calendar year</source>
        <translation>
            <numerusform>Per kort: %n gång per kalenderår</numerusform>
            <numerusform>Per kort: %n gånger per kalenderår</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a school year</source>
        <translation>
            <numerusform>Per kort: %n gång per läsår</numerusform>
            <numerusform>Per kort: %n gånger per läsår</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a term</source>
        <translation>
            <numerusform>Per kort: %n gång per termin</numerusform>
            <numerusform>Per kort: %n gånger per termin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s)</source>
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
            <numerusform>inom %n månad</numerusform>
            <numerusform>inom %n månader</numerusform>
        </translation>
    </message>
    <message>
        <source>all courses of the venue together</source>
        <translation>aktörens alla kurser sammanlagt</translation>
    </message>
    <message>
        <source>The fee is asked for; the holder pays what exceeds {amount}.</source>
        <translation>Avgiften frågas; innehavaren betalar det som överstiger {amount}.</translation>
    </message>
    <message>
        <source>Free for the holder.</source>
        <translation>Gratis för kortinnehavaren.</translation>
    </message>
    <message>
        <source>The holder pays {amount}.</source>
        <translation>Kortinnehavaren betalar {amount}.</translation>
    </message>
    <message>
        <source>Children and grandchildren under {age} may come along.</source>
        <translation>Barn och barnbarn under {age} år får komma med.</translation>
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
        <source>Open without a date</source>
        <translation>Utan datum</translation>
    </message>
    <message>
        <source>Over</source>
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
        <source>Coming days</source>
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
        <source>Always open</source>
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
        <source>Tickets can be given.</source>
        <translation>Biljetter kan delas ut.</translation>
    </message>
    <message>
        <source>Sold out: there are no free tickets to a sold-out event.</source>
        <translation>Slutsålt: till ett slutsålt evenemang ges inga gratisbiljetter.</translation>
    </message>
    <message>
        <source>Cancelled: no tickets are given.</source>
        <translation>Inställt: inga biljetter delas ut.</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Biljetter ges</translation>
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
        <source>So many days</source>
        <translation>Inom ett antal dagar</translation>
    </message>
    <message>
        <source>So many calendar months</source>
        <translation>Inom ett antal kalendermånader</translation>
    </message>
    <message>
        <source>Added here; waits to be sent.</source>
        <translation>Tillagt här; väntar på att skickas.</translation>
    </message>
    <message>
        <source>Added here; on its way to the register.</source>
        <translation>Tillagt här; på väg till registret.</translation>
    </message>
    <message>
        <source>Added here; the register has it.</source>
        <translation>Tillagt här; finns i registret.</translation>
    </message>
    <message>
        <source>Added here; the register refused it. The inbox tells why.</source>
        <translation>Tillagt här; registret godkände det inte. Orsaken finns på sidan Att reda ut.</translation>
    </message>
    <message>
        <source>Added here; withdrawn.</source>
        <translation>Tillagt här; återkallat.</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>Offers</source>
        <translation>Utbud</translation>
    </message>
    <message>
        <source>Withdrawn: {name}</source>
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
        <source>Only {sectors}: {count} of {total} offers.</source>
        <translation>Bara {sectors}: {count} av {total} visas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>Other words may find it, or no filter.</source>
        <translation>Pröva andra ord eller ta bort filtret.</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Inga sökresultat</translation>
    </message>
    <message>
        <source>They come from the register. An offer of your own can be added.</source>
        <translation>Utbudet kommer från registret. Du kan också lägga till egna evenemang och tjänster.</translation>
    </message>
    <message>
        <source>No offers yet</source>
        <translation>Inget utbud ännu</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Hämta nu</translation>
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
        <source>Opening the ticket window…</source>
        <translation>Biljettluckan öppnas…</translation>
    </message>
    <message>
        <source>Mending damaged data, please wait. This can take some minutes.</source>
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
        <source>Then press Enter. You see at once what to hand out.</source>
        <translation>Tryck sedan på Enter. Du ser genast vilka biljetter du ska ge.</translation>
    </message>
    <message>
        <source>Press Enter to check the card</source>
        <translation>Tryck på Enter för att kontrollera kortet</translation>
    </message>
    <message>
        <source>Escape clears the number.</source>
        <translation>Esc rensar numret.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Kontrollerar…</translation>
    </message>
    <message>
        <source>The card is not in this desk&apos;s register. The central register is being asked.</source>
        <translation>Kortet finns inte i den här luckans register. Kaikukanta tillfrågas.</translation>
    </message>
    <message>
        <source>Kaikukanta does not know this card</source>
        <translation>Kaikukanta känner inte till det här kortet</translation>
    </message>
    <message>
        <source>It was asked just now. Check the number against the card: it may be mistyped.</source>
        <translation>Det tillfrågades just nu. Jämför numret med kortet: det kan vara felskrivet.</translation>
    </message>
    <message>
        <source>If the number is right, the visit can be recorded by the day printed on the card; the register may refuse it afterwards, though the tickets are given.</source>
        <translation>Om numret stämmer kan besöket registreras enligt dagen på kortet. Registreringen kan avvisas efteråt, fast biljetterna redan har getts ut.</translation>
    </message>
    <message>
        <source>Nobody could be asked: the central register does not answer. Check the number. If it is right, the visit can be recorded by the day printed on the card, and may be refused later.</source>
        <translation>Ingen kunde tillfrågas: Kaikukanta svarar inte. Kontrollera numret. Om det stämmer kan besöket registreras enligt dagen på kortet, men registreringen kan avvisas senare.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Öppnar luckan…</translation>
    </message>
    <message>
        <source>There is nothing to sell yet</source>
        <translation>Inget utbud ännu</translation>
    </message>
    <message>
        <source>Offers come from the register. Connect this computer to the internet and wait a moment; if none come, ask Kaikukeskus whether your offers are in the register.</source>
        <translation>Utbudet hämtas från Kaikukanta. Anslut datorn till internet och vänta en stund. Om inget kommer, fråga Kaikukeskus om ert utbud finns i Kaikukanta.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrerat</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Registreringen ångrad</translation>
    </message>
    <message>
        <source>It can be put back until the day&apos;s end.</source>
        <translation>Den kan återställas under dagen.</translation>
    </message>
    <message>
        <source>Recorded again</source>
        <translation>Registrerad på nytt</translation>
    </message>
    <message>
        <source>Ready for the next card.</source>
        <translation>Redo för nästa kort.</translation>
    </message>
    <message>
        <source>Record by the printed day</source>
        <translation>Registrera enligt giltighetsdagen</translation>
    </message>
    <message>
        <source>Check the number</source>
        <translation>Kontrollera numret</translation>
    </message>
    <message>
        <source>Go on</source>
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
        <source>Looking once more…</source>
        <translation>Söker en gång till…</translation>
    </message>
    <message>
        <source>It was recorded at the scan. Ctrl+Z takes it back; scanned again, the card waits for Enter.</source>
        <translation>Besöket registrerades när kortet lästes. Ctrl+Z ångrar. Om du läser kortet igen väntar det på Enter.</translation>
    </message>
    <message>
        <source>The group is complete</source>
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
        <source>How it stands</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Kontrolleras…</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Registreras…</translation>
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
        <source>This card is there already for the same offer and day. Record it all the same?</source>
        <translation>Kortet är redan registrerat för samma evenemang eller tjänst den dagen. Registrera ändå?</translation>
    </message>
    <message>
        <source>Key in the last day printed on the card.</source>
        <translation>Mata in den sista giltighetsdagen som är tryckt på kortet.</translation>
    </message>
    <message>
        <source>Write an amount in euros, as in 25 or 12,50.</source>
        <translation>Skriv ett belopp i euro, till exempel 25 eller 12,50.</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
</context>
<context>
    <name>PaperEntryPanel</name>
    <message numerus="yes">
        <source>Record the %n ready row(s)</source>
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
        <source>%n row(s) were keyed for another offer or day, and stay so.</source>
        <translation>
            <numerusform>%n rad har matats in för ett annat evenemang, en annan tjänst eller en annan dag och blir kvar där.</numerusform>
            <numerusform>%n rader har matats in för ett annat evenemang, en annan tjänst eller en annan dag och blir kvar där.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them here</source>
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
        <source>%n row(s) need a look.</source>
        <translation>
            <numerusform>%n rad kräver åtgärd.</numerusform>
            <numerusform>%n rader kräver åtgärd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the paper form</source>
        <translation>Pappersblankettens rader</translation>
    </message>
    <message>
        <source>Record this row all the same</source>
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
        <source>Put recorded rows away</source>
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
        <source>Event</source>
        <translation>Evenemang eller tjänst</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Look at the last valid day on the card: the day is included.</source>
        <translation>Kontrollera kortets sista giltighetsdag: kortet gäller ännu den dagen.</translation>
    </message>
    <message>
        <source>One line for each card: the number letter by letter, and how many tickets of each kind.</source>
        <translation>En rad för varje kort: numret tecken för tecken och antalet biljetter av varje slag.</translation>
    </message>
    <message>
        <source>Holder, children and grandchildren under {age} go with a personal card; worker and clients under {community_age} with a community card. Assistants always enter free.</source>
        <translation>Innehavare samt barn och barnbarn under {age} år: personligt kort. Medarbetare och klienter under {community_age} år: gemenskapens kort. Assistenter går alltid in gratis.</translation>
    </message>
    <message>
        <source>Key the lines in on the page Paper as soon as the computer works. Then destroy this form.</source>
        <translation>Mata in raderna på sidan Papper så snart datorn fungerar. Förstör sedan blanketten.</translation>
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
        <source>Paper</source>
        <translation>Papper</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>The form is for</source>
        <translation>Blanketten gäller</translation>
    </message>
    <message>
        <source>Choose what the form is for: {now}</source>
        <translation>Välj vad blanketten gäller: {now}</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>d.m.åååå</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Inget valt ännu</translation>
    </message>
    <message>
        <source>Key in forms</source>
        <translation>Mata in blanketter</translation>
    </message>
    <message>
        <source>Print a form</source>
        <translation>Skriv ut en blankett</translation>
    </message>
    <message>
        <source>Day of the visits</source>
        <translation>Besöksdag</translation>
    </message>
</context>
<context>
    <name>PaperPrintPanel</name>
    <message>
        <source>The form is saved.</source>
        <translation>Blanketten är sparad.</translation>
    </message>
    <message>
        <source>The form is on its way to the printer.</source>
        <translation>Blanketten är på väg till skrivaren.</translation>
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
        <source>Pages of %n line(s)</source>
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
        <source>The form as it will be printed</source>
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
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
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
        <source>Scan any card on this page: nothing is checked or recorded here.</source>
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
        <source>Taking it back…</source>
        <translation>Ångrar…</translation>
    </message>
    <message>
        <source>Taken back {time}</source>
        <translation>Ångrad kl. {time}</translation>
    </message>
    <message>
        <source>Putting it back…</source>
        <translation>Återställs…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <source>Put the last record back</source>
        <translation>Återställ den senaste registreringen</translation>
    </message>
    <message>
        <source>Undo the last record</source>
        <translation>Ångra senaste registreringen</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Not in the register</source>
        <translation>Kortet finns inte i registret</translation>
    </message>
    <message>
        <source>The card may be too new to be there yet. Check the number. If it is right, record the visit by the last day printed on the card.</source>
        <translation>Kortet kan vara så nytt att det inte har hunnit in i registret. Kontrollera numret. Stämmer det, registrera besöket enligt den sista giltighetsdagen på kortet.</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Kortet gäller inte ännu</translation>
    </message>
    <message>
        <source>The card starts on a later day. It works from then on.</source>
        <translation>Kortet börjar gälla senare och kan användas från och med den dagen.</translation>
    </message>
    <message>
        <source>The card has run out</source>
        <translation>Kortet har gått ut</translation>
    </message>
    <message>
        <source>A new card is given by the issuers of Kaikukortti.</source>
        <translation>Ett nytt kort får man av en aktör som delar ut Kaikukortet.</translation>
    </message>
    <message>
        <source>The card is out of use for now</source>
        <translation>Kortet är tillfälligt ur bruk</translation>
    </message>
    <message>
        <source>The issuer of the card knows more and can help.</source>
        <translation>Den som delat ut kortet vet mer och kan hjälpa till.</translation>
    </message>
    <message>
        <source>The card is no longer in use</source>
        <translation>Kortet är inte längre i bruk</translation>
    </message>
    <message>
        <source>It may have been replaced by a new card. The issuer of the card can help.</source>
        <translation>Det kan ha ersatts av ett nytt kort. Den som delat ut kortet kan hjälpa till.</translation>
    </message>
    <message>
        <source>The card works in its own area only</source>
        <translation>Kortet gäller bara i sitt eget område</translation>
    </message>
    <message>
        <source>It belongs to a local pilot and cannot be used here.</source>
        <translation>Det hör till ett lokalt försök och kan inte användas här.</translation>
    </message>
    <message>
        <source>More children than the card has</source>
        <translation>Fler barn än kortet omfattar</translation>
    </message>
    <message>
        <source>No children&apos;s tickets here</source>
        <translation>Inga barnbiljetter här</translation>
    </message>
    <message>
        <source>Not with this kind of card</source>
        <translation>Inte med den här typen av kort</translation>
    </message>
    <message>
        <source>The register tells how many children and grandchildren under {age} the card covers.</source>
        <translation>Registret visar hur många barn och barnbarn under {age} år kortet gäller för.</translation>
    </message>
    <message>
        <source>It is a course, or for adults alone. The others may get their tickets.</source>
        <translation>Det här är en kurs eller bara för vuxna. De andra kan få sina biljetter.</translation>
    </message>
    <message>
        <source>A personal card is for its holder and their children under {age}, a community card for the worker and clients under {community_age}.</source>
        <translation>Det personliga kortet är för innehavaren och hens barn under {age} år, gemenskapens kort för medarbetaren och klienter under {community_age} år.</translation>
    </message>
    <message>
        <source>No Kaikukortti tickets left</source>
        <translation>Inga Kaikukortsbiljetter kvar</translation>
    </message>
    <message>
        <source>The tickets set aside for Kaikukortti have been given.</source>
        <translation>De biljetter som reserverats för Kaikukortet har delats ut.</translation>
    </message>
    <message>
        <source>The card has been used as often as it may</source>
        <translation>Kortet har använts så många gånger det får</translation>
    </message>
    <message>
        <source>This offer is limited for each card. Offer another one.</source>
        <translation>Kortet ger inte fler biljetter till det här. Föreslå något annat.</translation>
    </message>
    <message>
        <source>The event is cancelled</source>
        <translation>Evenemanget är inställt</translation>
    </message>
    <message>
        <source>Choose another event at the top.</source>
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
        <source>The register holds another record under the same id</source>
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
        <source>Check the number and the tickets: there is at least one.</source>
        <translation>Kontrollera numret och biljetterna: det behövs minst en biljett.</translation>
    </message>
    <message>
        <source>Too old to be judged</source>
        <translation>För gammal för att behandlas</translation>
    </message>
    <message>
        <source>The register here is too old. Connect to the internet when you can.</source>
        <translation>Registret på den här datorn är för gammalt. Anslut till internet när du kan.</translation>
    </message>
    <message>
        <source>Children come together with the holder</source>
        <translation>Barn kommer tillsammans med innehavaren</translation>
    </message>
    <message>
        <source>Add the holder&apos;s ticket: those under {age} go to the same event together.</source>
        <translation>Lägg till innehavarens biljett: de som är under {age} år går på samma evenemang tillsammans med innehavaren.</translation>
    </message>
    <message>
        <source>Clients come together with the worker</source>
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
        <source>Look for a slip in the number, and correct it. If the number is right, send it again later: issuers register some cards afterwards.</source>
        <translation>Kontrollera numret och rätta det om det är fel. Om numret är rätt, skicka registreringen på nytt senare: en del kort förs in i registret i efterhand.</translation>
    </message>
    <message>
        <source>The card was not valid yet on that day.</source>
        <translation>Kortet gällde ännu inte den dagen.</translation>
    </message>
    <message>
        <source>Check the number and the day. If they are right, withdraw the visit.</source>
        <translation>Kontrollera numret och dagen. Om de är rätt, återkalla registreringen.</translation>
    </message>
    <message>
        <source>The card had run out by that day.</source>
        <translation>Kortet hade redan gått ut den dagen.</translation>
    </message>
    <message>
        <source>The card was out of use for a time.</source>
        <translation>Kortet var tillfälligt ur bruk.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit, or pass it on to Kaikukeskus.</source>
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
        <source>The card works in its own area only.</source>
        <translation>Kortet gäller bara i sitt eget område.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit.</source>
        <translation>Kontrollera numret. Om det är rätt, återkalla registreringen.</translation>
    </message>
    <message>
        <source>There were more children&apos;s tickets than the card has.</source>
        <translation>Det gavs fler barnbiljetter än kortet omfattar.</translation>
    </message>
    <message>
        <source>Correct the tickets to what was handed out.</source>
        <translation>Rätta biljetterna enligt vad som delades ut.</translation>
    </message>
    <message>
        <source>The offer has no children&apos;s tickets, or the holder&apos;s was missing.</source>
        <translation>Till evenemanget eller tjänsten ges inga barnbiljetter, eller så saknades innehavarens biljett.</translation>
    </message>
    <message>
        <source>Correct the tickets or the offer.</source>
        <translation>Rätta biljetterna, evenemanget eller tjänsten.</translation>
    </message>
    <message>
        <source>These tickets do not go with this kind of card.</source>
        <translation>Sådana biljetter ges inte med den här typen av kort.</translation>
    </message>
    <message>
        <source>Correct the tickets: a personal card or a community card, not both.</source>
        <translation>Rätta biljetterna: antingen ett personligt kort eller gemenskapens kort, inte båda.</translation>
    </message>
    <message>
        <source>The Kaikukortti tickets of this offer had run out.</source>
        <translation>Kaikukortsbiljetterna hade tagit slut.</translation>
    </message>
    <message>
        <source>Raise the number of tickets in the register and send it again, or withdraw the visit.</source>
        <translation>Öka antalet biljetter i registret och skicka registreringen på nytt, eller återkalla den.</translation>
    </message>
    <message>
        <source>The card had been used as often as it may.</source>
        <translation>Kortet hade redan använts så många gånger som det får.</translation>
    </message>
    <message>
        <source>If another of its visits was a mistake, take that one back and send this one again. Otherwise withdraw it.</source>
        <translation>Om någon annan registrering på kortet var ett misstag, återkalla den och skicka denna på nytt. Annars återkalla denna.</translation>
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
        <source>The register holds another record under the same id.</source>
        <translation>Registret har en annan registrering med samma id.</translation>
    </message>
    <message>
        <source>Correct it: the visit is recorded anew, under an id of its own.</source>
        <translation>Rätta den: besöket registreras på nytt med ett eget id.</translation>
    </message>
    <message>
        <source>The register cannot read what was sent.</source>
        <translation>Registret kan inte tolka det som skickades.</translation>
    </message>
    <message>
        <source>Install the newest version of this program and send it again, or pass it on to Kaikukeskus.</source>
        <translation>Installera den senaste versionen av programmet och skicka på nytt, eller skicka ärendet till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The register finds it too old.</source>
        <translation>Registreringen är för gammal.</translation>
    </message>
    <message>
        <source>If the day is wrong, correct it. Otherwise pass it on to Kaikukeskus with a note.</source>
        <translation>Om dagen är fel, rätta den. Skicka annars ärendet till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The register finds what was sent too large.</source>
        <translation>Det som skickades är för stort för registret.</translation>
    </message>
    <message>
        <source>Pass it on to Kaikukeskus, and tell the makers of this program.</source>
        <translation>Skicka den till Kaikukeskus och meddela programmets utvecklare.</translation>
    </message>
    <message>
        <source>The register refused it.</source>
        <translation>Registret godkände inte registreringen.</translation>
    </message>
    <message>
        <source>Send it again, or pass it on to Kaikukeskus with a note.</source>
        <translation>Skicka den på nytt, eller skicka den till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The register takes no visit of a day to come.</source>
        <translation>Registret tar inte emot ett besök på en dag som inte har kommit än.</translation>
    </message>
    <message>
        <source>Give it the right day: correct it and send it again.</source>
        <translation>Ge besöket rätt dag: rätta det och skicka det på nytt.</translation>
    </message>
    <message>
        <source>The register did not take the visit back.</source>
        <translation>Registret godkände inte återkallelsen.</translation>
    </message>
    <message>
        <source>It still counts there. Send it again, or pass it on to Kaikukeskus with a note.</source>
        <translation>Besöket gäller fortfarande där. Skicka återkallelsen på nytt, eller skicka den till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>The register did not take the venue&apos;s own offer.</source>
        <translation>Registret godkände inte det evenemang eller den tjänst som ni har lagt till.</translation>
    </message>
    <message>
        <source>Visits to it wait until it does. Correct it, or pass it on to Kaikukeskus with a note.</source>
        <translation>Besök som registrerats på det väntar tills det godkänns. Rätta det, eller skicka det till Kaikukeskus med ett meddelande.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Rätta och skicka på nytt</translation>
    </message>
    <message>
        <source>Send again as it is</source>
        <translation>Skicka på nytt utan ändring</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Återkalla</translation>
    </message>
    <message>
        <source>Pass on to Kaikukeskus</source>
        <translation>Skicka till Kaikukeskus</translation>
    </message>
    <message>
        <source>The register does not know the offer of this visit.</source>
        <translation>Registret känner inte till det evenemang eller den tjänst som registreringen gäller.</translation>
    </message>
    <message>
        <source>It is sent by itself once the offer has arrived there. If the venue&apos;s own offer was refused, correct that first; or correct the visit to the right offer.</source>
        <translation>Registreringen skickas av sig själv när utbudet har kommit fram dit. Om aktörens eget utbud avvisades, rätta det först; eller rätta registreringen till rätt evenemang eller tjänst.</translation>
    </message>
    <message>
        <source>Sending this one fails again and again.</source>
        <translation>Det går gång på gång inte att skicka den här.</translation>
    </message>
    <message>
        <source>All else is sent. This one is tried again by itself, at longer and longer intervals. Tell your IT support if it stays here.</source>
        <translation>Allt annat skickas. För den här görs nya försök av sig själva, allt mer sällan. Meddela IT-stödet om den blir kvar här.</translation>
    </message>
    <message>
        <source>This record cannot be read on this computer.</source>
        <translation>Den här registreringen kan inte läsas på den här datorn.</translation>
    </message>
    <message>
        <source>It is kept as it is, and all else is sent. Install the newest version of this program, or pass it on to Kaikukeskus.</source>
        <translation>Den sparas som den är, och allt annat skickas. Installera den senaste versionen av programmet, eller skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>This was recorded for another venue, or at another register.</source>
        <translation>Den här registrerades för en annan aktör eller i ett annat register.</translation>
    </message>
    <message>
        <source>It is kept, and not sent from here. Enrol this desk there again, carry it out to a desk of that venue (carry-out --venue), or pass it on to Kaikukeskus.</source>
        <translation>Den sparas och skickas inte härifrån. Ta luckan i bruk där på nytt, för över den till en lucka hos den aktören (carry-out --venue), eller skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The register has not taken this one for long.</source>
        <translation>Registret har inte på länge tagit emot den här.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays here, pass it on to Kaikukeskus.</source>
        <translation>Nya försök görs av sig själva. Om den blir kvar här, skicka den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>The register does not take notes: nobody has got this one. Tell Kaikukeskus.</source>
        <translation>Registret tar inte emot meddelanden: ingen har fått det här. Meddela Kaikukeskus.</translation>
    </message>
    <message>
        <source>The note waits to be sent.</source>
        <translation>Meddelandet väntar på att skickas.</translation>
    </message>
    <message>
        <source>Kaikukeskus has the note.</source>
        <translation>Kaikukeskus har fått meddelandet.</translation>
    </message>
</context>
<context>
    <name>RegisterFilePart</name>
    <message>
        <source>The two are not the same.</source>
        <translation>De är inte lika.</translation>
    </message>
    <message>
        <source>Writing the register</source>
        <translation>Registret sparas i filen</translation>
    </message>
    <message>
        <source>Importing the register</source>
        <translation>Registret läses in</translation>
    </message>
    <message>
        <source>Write the register to a file</source>
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
        <source>A desk that has a connection writes the register to a memory stick, and a desk of the same venue without one imports it. Every card is verified by Kaikukanta&apos;s own signature.</source>
        <translation>En lucka med förbindelse sparar registret på en minnessticka, och en av samma aktörs luckor utan förbindelse läser in det. Varje kort kontrolleras med Kaikukantas egen signatur.</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Spara i en fil…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Läs in från en fil…</translation>
    </message>
    <message>
        <source>At least ten characters: a few words do well.</source>
        <translation>Minst tio tecken: några ord duger bra.</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Filens lösenfras</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Samma en gång till</translation>
    </message>
    <message>
        <source>Write the file</source>
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
        <source>The register comes here</source>
        <translation>Registret hämtas</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>With the register on this computer cards are checked at once, with or without a network. You can open the ticket window already: it goes on coming meanwhile.</source>
        <translation>När registret finns på datorn kontrolleras korten genast, med eller utan nät. Du kan redan öppna biljettluckan: hämtningen fortsätter under tiden.</translation>
    </message>
    <message>
        <source>Open the ticket window</source>
        <translation>Öppna biljettluckan</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are here.</source>
        <translation>
            <numerusform>%n kort har hämtats.</numerusform>
            <numerusform>%n kort har hämtats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) so far</source>
        <translation>
            <numerusform>%n kort hittills</numerusform>
            <numerusform>%n kort hittills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message numerus="yes">
        <source>%n card(s) written to the file.</source>
        <translation>
            <numerusform>%n kort sparades i filen.</numerusform>
            <numerusform>%n kort sparades i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) imported.</source>
        <translation>
            <numerusform>%n kort lästes in.</numerusform>
            <numerusform>%n kort lästes in.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is too old to check cards.</source>
        <translation>Registret är för gammalt för att kontrollera kort.</translation>
    </message>
    <message>
        <source>This desk can check cards until {day} without a connection.</source>
        <translation>Den här luckan kan kontrollera kort utan förbindelse till och med {day}.</translation>
    </message>
    <message>
        <source>Can be used until {day}</source>
        <translation>Kan användas till och med {day}</translation>
    </message>
    <message>
        <source>The register is of {day}, {time}.</source>
        <translation>Registret uppdaterades {day} kl. {time}.</translation>
    </message>
</context>
<context>
    <name>RejectedItemCard</name>
    <message>
        <source>Withdraw this visit?</source>
        <translation>Återkalla den här registreringen?</translation>
    </message>
    <message>
        <source>Withdraw the visit</source>
        <translation>Återkalla registreringen</translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Återkalla inte</translation>
    </message>
    <message>
        <source>Withdraw the offer</source>
        <translation>Ta bort ur utbudet</translation>
    </message>
    <message>
        <source>Take this off the list of offers? Its visits stay here.</source>
        <translation>Ska det här evenemanget eller den här tjänsten tas bort ur utbudet? Besöken finns kvar här.</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ta inte bort</translation>
    </message>
    <message>
        <source>Withdraw with others</source>
        <translation>Markera för återkallande</translation>
    </message>
    <message>
        <source>What Kaikukeskus should know; no names</source>
        <translation>Meddelande till Kaikukeskus (skriv inga namn)</translation>
    </message>
    <message>
        <source>Pass it on with this note</source>
        <translation>Skicka med det här meddelandet</translation>
    </message>
    <message>
        <source>Do not pass it on</source>
        <translation>Skicka inte</translation>
    </message>
</context>
<context>
    <name>RejectionsPage</name>
    <message>
        <source>Inbox</source>
        <translation>Att reda ut</translation>
    </message>
    <message>
        <source>Sent again. The answer of the register comes here.</source>
        <translation>Skickat på nytt. Registrets svar visas här.</translation>
    </message>
    <message numerus="yes">
        <source>The register has accepted %n that were sent again.</source>
        <translation>
            <numerusform>Registret har godkänt %n registrering som skickades på nytt.</numerusform>
            <numerusform>Registret har godkänt %n registreringar som skickades på nytt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register refused it again at {time}. {reason}</source>
        <translation>Registret godkände det inte nu heller (kl. {time}). {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Send all %n again</source>
        <translation>
            <numerusform>Skicka %n på nytt</numerusform>
            <numerusform>Skicka alla %n på nytt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the %n marked</source>
        <translation>
            <numerusform>Återkalla %n markerat</numerusform>
            <numerusform>Återkalla %n markerade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw all %n</source>
        <translation>
            <numerusform>Återkalla %n</numerusform>
            <numerusform>Återkalla alla %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)?</source>
        <translation>
            <numerusform>Återkalla %n registrering?</numerusform>
            <numerusform>Återkalla %n registreringar?</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Återkalla inte</translation>
    </message>
    <message>
        <source>Passed on to Kaikukeskus</source>
        <translation>Skickat till Kaikukeskus</translation>
    </message>
    <message>
        <source>They stay in sight, and can be taken up again at any time.</source>
        <translation>De syns hela tiden och kan tas upp igen när som helst.</translation>
    </message>
    <message numerus="yes">
        <source>%n more come up as these are settled.</source>
        <translation>
            <numerusform>%n till visas när dessa har retts ut.</numerusform>
            <numerusform>%n till visas när dessa har retts ut.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the register refused. F6 corrects the one in hand, F7 sends it again, F8 withdraws it, F9 passes it on to Kaikukeskus.</source>
        <translation>Registreringar som registret inte har godkänt. F6 rättar den valda, F7 skickar den på nytt, F8 återkallar den, F9 skickar den till Kaikukeskus.</translation>
    </message>
    <message>
        <source>Nothing needs a hand</source>
        <translation>Inget att reda ut</translation>
    </message>
    <message>
        <source>What the register refuses comes here. Until then there is nothing to do.</source>
        <translation>Om registret inte godkänner en registrering visas den här.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>The damaged file is kept in {path}.</source>
        <translation>Den skadade filen finns kvar i {path}.</translation>
    </message>
    <message>
        <source>Register and offers are fetched again from the internet.</source>
        <translation>Registret och utbudet hämtas på nytt från nätet.</translation>
    </message>
    <message>
        <source>The data of this desk was damaged.</source>
        <translation>Den här luckans uppgifter var skadade.</translation>
    </message>
    <message>
        <source>The database of this desk was older than its operation log, as when a backup or a cloud service puts an old file back.</source>
        <translation>Den här luckans databas var äldre än dess registreringslogg. Det händer när en säkerhetskopiering eller en molntjänst lägger tillbaka en gammal fil.</translation>
    </message>
    <message>
        <source>The operation log, the second copy of what is recorded here, was damaged or gone. It was completed from the database.</source>
        <translation>Registreringsloggen, alltså det andra exemplaret av det som registreras här, var skadad eller borta. Den kompletterades från databasen.</translation>
    </message>
    <message>
        <source>The data folder cannot be written: {path}. Everything can be looked at, exported and carried out, but nothing can be recorded or sent. Check the rights of the folder.</source>
        <translation>Det går inte att skriva i datamappen: {path}. Allt kan läsas, exporteras och föras till en annan lucka, men inget kan registreras eller skickas. Kontrollera mappens rättigheter.</translation>
    </message>
    <message>
        <source>The data folder {path} is kept by {keeper}, which can put older files back or lock them while you work. Close the program, move the folder to this computer&apos;s own disk, outside of what {keeper} keeps, and start the program with --home and the new folder.</source>
        <translation>Datamappen {path} sköts av {keeper}, som kan lägga tillbaka gamla filer eller låsa dem mitt under arbetet. Stäng programmet, flytta mappen till datorns egen disk, utanför det som {keeper} sköter, och starta programmet med --home och den nya mappen.</translation>
    </message>
    <message>
        <source>What was recorded last is in the database, but could not be written to the operation log, its second copy. Nothing is lost. The program tries again with the next visit and at its next start. If this is said again, ask your IT support to look at the disk.</source>
        <translation>Det som registrerades sist finns i databasen men kunde inte skrivas till registreringsloggen, det andra exemplaret. Inget har gått förlorat. Programmet försöker igen vid nästa registrering och vid nästa start. Om meddelandet kommer igen, be it-stödet kontrollera disken.</translation>
    </message>
    <message>
        <source>Some of what was recorded last may be missing as well.</source>
        <translation>Mer av det som registrerades sist kan också saknas.</translation>
    </message>
    <message>
        <source>The old data is kept in {path}. If its key is found again, what it has not sent yet is taken in by itself.</source>
        <translation>De gamla uppgifterna finns kvar i {path}. Om nyckeln hittas läser programmet självt in de registreringar som inte hade skickats.</translation>
    </message>
    <message>
        <source>Either the key is lost or another one, or the file is damaged from end to end. Nothing was overwritten. If the key can be brought back, close the program and start it again then. Otherwise start afresh: the old data is kept aside, and this desk is enrolled again with a new activation code.</source>
        <translation>Nyckeln saknas, nyckeln är fel eller så är hela filen skadad. Ingenting skrevs över. Om nyckeln kan återställas, stäng programmet, återställ nyckeln och starta programmet igen. Börja annars om: de gamla uppgifterna läggs åt sidan, och luckan tas i bruk med en ny aktiveringskod.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Börja om</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Part of this desk&apos;s data is damaged. You can go on with the queue. At a quiet moment, close the window and start the program again: it then mends the data by itself.</source>
        <translation>En del av den här luckans uppgifter är skadade. Du kan fortsätta betjäna kön. Stäng fönstret i en lugn stund och starta programmet på nytt: då reparerar det uppgifterna självt.</translation>
    </message>
</context>
<context>
    <name>ScannerSetupForm</name>
    <message>
        <source>No key ends it.</source>
        <translation>Ingen tangent avslutar.</translation>
    </message>
    <message>
        <source>Enter ends it.</source>
        <translation>Enter avslutar.</translation>
    </message>
    <message>
        <source>Tab ends it.</source>
        <translation>Tabb avslutar.</translation>
    </message>
    <message>
        <source>Not all of it came through, or not by the scanner.</source>
        <translation>Alla tecken kom inte fram, eller så lästes kortet inte med läsaren.</translation>
    </message>
    <message>
        <source>That was no card.</source>
        <translation>Det var inget kort.</translation>
    </message>
    <message>
        <source>Read any card now</source>
        <translation>Läs nu vilket kort som helst</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Ta i bruk</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Låt vara som förut</translation>
    </message>
    <message>
        <source>Before and after the number</source>
        <translation>Före och efter numret</translation>
    </message>
    <message>
        <source>Read any card of the kind that you use.</source>
        <translation>Läs ett kort av det slag som används i luckan.</translation>
    </message>
    <message>
        <source>Waiting for the scanner: read a card now. Its number is not kept.</source>
        <translation>Väntar på läsaren: läs ett kort nu. Numret sparas inte.</translation>
    </message>
    <message>
        <source>Does your scanner add something to every code? Read one card, to set it.</source>
        <translation>Lägger läsaren till något i varje kod? Ställ in det genom att läsa ett kort.</translation>
    </message>
    <message>
        <source>Set now: {around}</source>
        <translation>Inställt nu: {around}</translation>
    </message>
    <message>
        <source>It came with: {around}</source>
        <translation>Lästes: {around}</translation>
    </message>
    <message>
        <source>It is set so already.</source>
        <translation>Så är det redan inställt.</translation>
    </message>
    <message>
        <source>The card is not in the register here: see if this looks right.</source>
        <translation>Kortet finns inte i registret på den här datorn: se efter om det här ser rätt ut.</translation>
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
        <source>before it {before}, after it {after}.</source>
        <translation>före numret {before}, efter numret {after}.</translation>
    </message>
    <message>
        <source>It cannot be told where the number begins and ends.</source>
        <translation>Det går inte att avgöra var numret börjar och slutar.</translation>
    </message>
</context>
<context>
    <name>ScannerStep</name>
    <message>
        <source>Try the scanner</source>
        <translation>Prova läsaren</translation>
    </message>
    <message>
        <source>Scan any barcode or QR code. You see here whether the scanner and this computer understand each other. Without a scanner just go on: numbers can be typed too.</source>
        <translation>Läs vilken streck- eller QR-kod som helst. Här ser du om läsaren och datorn förstår varandra. Utan läsare går du bara vidare: numren kan också skrivas.</translation>
    </message>
</context>
<context>
    <name>ScannerTrial</name>
    <message>
        <source>nothing: a scan takes a moment longer</source>
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
        <source>American</source>
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
        <source>British</source>
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
        <source>Nothing happens? The scanner has to be set to work as a keyboard; its manual has a barcode for that, often called USB keyboard or HID.</source>
        <translation>Händer ingenting? Läsaren ska fungera som ett tangentbord: i bruksanvisningen finns en streckkod för det, ofta med namnet USB keyboard eller HID.</translation>
    </message>
    <message>
        <source>The scanner is ready to use</source>
        <translation>Läsaren är klar att användas</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Läst</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>{ms} ms a character</source>
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
        <source>It read a card number.</source>
        <translation>Den läste ett kortnummer.</translation>
    </message>
    <message>
        <source>It read an enrolment code.</source>
        <translation>Den läste en aktiveringskod.</translation>
    </message>
    <message>
        <source>scanner and computer agree</source>
        <translation>samma i läsaren och datorn</translation>
    </message>
    <message>
        <source>Caps Lock is on; the program undoes it</source>
        <translation>Caps Lock är på; programmet rättar det</translation>
    </message>
    <message>
        <source>the scanner is set to {scanner}, the computer to {computer}; the program undoes it</source>
        <translation>läsaren: {scanner}, datorn: {computer}; programmet rättar det</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Rensa sökningen</translation>
    </message>
</context>
<context>
    <name>Season</name>
    <message>
        <source>The register is good for checking cards until {day}.</source>
        <translation>Registret duger för att kontrollera kort till och med {day}.</translation>
    </message>
    <message>
        <source>There is no register on this computer yet.</source>
        <translation>Det finns inget register på den här datorn ännu.</translation>
    </message>
    <message>
        <source>Send and fetch now, or import a file from another desk.</source>
        <translation>Skicka och hämta nu eller läs in en fil från en annan lucka.</translation>
    </message>
    <message>
        <source>The register is good for checking cards until {day} only.</source>
        <translation>Registret duger för att kontrollera kort bara till och med {day}.</translation>
    </message>
    <message>
        <source>Send and fetch now: then it is good until {best}.</source>
        <translation>Skicka och hämta nu: då räcker det till och med {best}.</translation>
    </message>
    <message>
        <source>The register cannot last for so long: it is good until {day} at most.</source>
        <translation>Registret räcker inte så länge: det räcker högst till och med {day}.</translation>
    </message>
    <message>
        <source>Send and fetch as late as you can. By that day, bring the computer to a network or import a register file that another desk of the venue has written.</source>
        <translation>Skicka och hämta så sent du kan. Ta datorn till ett nät senast den dagen, eller läs in en registerfil som har gjorts vid en annan av aktörens luckor.</translation>
    </message>
    <message>
        <source>The desk stays enrolled until {day} without a connection.</source>
        <translation>Luckan förblir i bruk utan förbindelse till och med {day}.</translation>
    </message>
    <message>
        <source>Without a connection the desk stays enrolled until {day} only.</source>
        <translation>Utan förbindelse förblir luckan i bruk bara till och med {day}.</translation>
    </message>
    <message>
        <source>Plan a connection before that day: Send and fetch is enough.</source>
        <translation>Ordna en förbindelse före den dagen: Skicka och hämta räcker.</translation>
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
        <source>Send and fetch now.</source>
        <translation>Skicka och hämta nu.</translation>
    </message>
    <message>
        <source>Records that the register rejected: {attention}.</source>
        <translation>Registreringar som Kaikukanta inte godkände: {attention}.</translation>
    </message>
    <message>
        <source>Resolve them while there is a connection.</source>
        <translation>Red ut dem medan det finns förbindelse.</translation>
    </message>
    <message>
        <source>No card ends before {day}.</source>
        <translation>Inget kort går ut före {day}.</translation>
    </message>
    <message>
        <source>Of {all} cards, {count} end before {day}. If a holder shows a renewed card, record by the date printed on it; staff know how.</source>
        <translation>Av {all} kort går {count} ut före {day}. Om innehavaren visar ett förnyat kort, registrera enligt det datum som är tryckt på kortet. Personalen vet hur.</translation>
    </message>
    <message>
        <source>Offers in this time: {count}, the last on {day}. All of the season&apos;s are among them.</source>
        <translation>Evenemang och tjänster under tiden: {count}, det sista {day}. Hela säsongens utbud är med.</translation>
    </message>
    <message>
        <source>There is no offer until {day}.</source>
        <translation>Det finns inget i utbudet till och med {day}.</translation>
    </message>
    <message>
        <source>Send and fetch now, or add your own on the page of offers.</source>
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
        <source>Make room: a full disk stops the recording.</source>
        <translation>Frigör utrymme: på en full disk kan inga besök registreras.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is still right after a night switched off and unplugged. If not, its battery is to be replaced.</source>
        <translation>Datorns klocka går rätt också efter en natt avstängd och utan ström. Annars måste klockans batteri bytas.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong, or was wrong.</source>
        <translation>Datorns klocka går fel eller har gått fel.</translation>
    </message>
    <message>
        <source>Set it, and send and fetch. If it is wrong again after a night switched off, have its battery replaced.</source>
        <translation>Ställ klockan, och skicka och hämta. Går den fel igen efter en natt avstängd, låt byta klockans batteri.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens this desk&apos;s data.</source>
        <translation>Systemets nyckelring öppnar luckans uppgifter.</translation>
    </message>
    <message>
        <source>The key of this desk&apos;s data can be read from {path}.</source>
        <translation>Nyckeln till luckans uppgifter kan läsas i {path}.</translation>
    </message>
    <message>
        <source>A second desk is ready in case this computer breaks. Known here: {names}.</source>
        <translation>En annan lucka är klar om den här datorn går sönder. Kända luckor: {names}.</translation>
    </message>
    <message>
        <source>A second computer is enrolled as a desk of this venue, in case this one breaks.</source>
        <translation>En annan dator har tagits i bruk som aktörens lucka, om den här går sönder.</translation>
    </message>
    <message>
        <source>Paper forms are printed and lie at the counter.</source>
        <translation>Pappersblanketterna är utskrivna och finns vid disken.</translation>
    </message>
    <message>
        <source>The administrator has a copy of the key of this desk&apos;s data.</source>
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
        <source>Write the day, the month and the year, for example 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>Without a network until {day}</source>
        <translation>Utan nät till och med {day}</translation>
    </message>
    <message>
        <source>A time without a network</source>
        <translation>En tid utan nät</translation>
    </message>
    <message>
        <source>What to do today</source>
        <translation>Att göra i dag</translation>
    </message>
    <message>
        <source>Say until which day you are without a network, and tick what is done.</source>
        <translation>Ange till vilken dag du är utan nät och kryssa för det som är gjort.</translation>
    </message>
    <message>
        <source>Without a network until</source>
        <translation>Utan nät till och med</translation>
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
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
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
        <source>Soft ones for recorded, look and refused. Nothing is told by sound alone.</source>
        <translation>Dämpade ljud för Registrerat, Obs och Ingen biljett. Allt visas också i text.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volym</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Lyssna</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>sound</comment>
        <translation>Registrerat</translation>
    </message>
    <message>
        <source>Look</source>
        <comment>sound</comment>
        <translation>Obs</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>sound</comment>
        <translation>Ingen biljett</translation>
    </message>
    <message>
        <source>This computer has no program that plays sounds. On Linux, install pipewire-bin, pulseaudio-utils or alsa-utils. Everything else works as before.</source>
        <translation>Den här datorn har inget program som spelar upp ljud. Installera pipewire-bin, pulseaudio-utils eller alsa-utils på Linux. Allt annat fungerar som förut.</translation>
    </message>
    <message>
        <source>Nothing could be played. See whether a loudspeaker is connected and switched on, then listen again. Everything else works as before.</source>
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
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Skriv dag, månad och år, till exempel 9.3.2027.</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Den första dagen är efter den sista.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>No register yet</source>
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
        <source>Sending and fetching…</source>
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
        <source>Offline: you can go on</source>
        <translation>Ingen anslutning – du kan fortsätta</translation>
    </message>
    <message>
        <source>Desk not accepted</source>
        <translation>Luckan är spärrad</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Figures</source>
        <translation>Siffror</translation>
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
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Spara en rapport som PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Save the visits for Excel</source>
        <translation>Spara besöken för Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the visits as CSV</source>
        <translation>Spara besöken som CSV</translation>
    </message>
    <message>
        <source>With card numbers</source>
        <translation>Med kortnummer</translation>
    </message>
    <message>
        <source>The files above bear no card numbers. Only where the culture office asks for them: a card number tells where somebody goes, so keep such a file safe.</source>
        <translation>Filerna ovan innehåller inga kortnummer. Spara kortnummer bara om kulturväsendet ber om dem: av ett kortnummer ser man vart någon går, så förvara filen säkert.</translation>
    </message>
    <message>
        <source>Save with card numbers</source>
        <translation>Spara med kortnummer</translation>
    </message>
    <message>
        <source>Write card numbers into a file?</source>
        <translation>Vill du spara kortnumren i en fil?</translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>Skriv numren</translation>
    </message>
    <message>
        <source>Do not write them</source>
        <translation>Skriv inte numren</translation>
    </message>
    <message>
        <source>No visits in this time</source>
        <translation>Inga besök under perioden</translation>
    </message>
    <message>
        <source>They appear here as soon as tickets are recorded.</source>
        <translation>De syns här så snart biljetter har registrerats.</translation>
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
        <source>Writing {file}…</source>
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
        <source>Counted: %n visit(s) waiting for the register&apos;s answer.</source>
        <translation>
            <numerusform>Medräknat: %n besök väntar på registrets svar.</numerusform>
            <numerusform>Medräknat: %n besök väntar på registrets svar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, %n on a card that could not be looked up.</source>
        <translation>
            <numerusform>Av dem %n med ett kort som inte kunde kontrolleras.</numerusform>
            <numerusform>Av dem %n med kort som inte kunde kontrolleras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n visit(s) refused by the register.</source>
        <translation>
            <numerusform>Ej medräknat: %n besök som registret inte godkände.</numerusform>
            <numerusform>Ej medräknat: %n besök som registret inte godkände.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n visit(s) taken back.</source>
        <translation>
            <numerusform>Ej medräknat: %n återkallad registrering.</numerusform>
            <numerusform>Ej medräknat: %n återkallade registreringar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n need(s) a hand</source>
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
        <source>Version {version} is there</source>
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
    <name>TicketPage</name>
    <message>
        <source>Ticket window</source>
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
        <translation>Barn under {age} år</translation>
    </message>
    <message>
        <source>Grandchildren under {age}</source>
        <translation>Barnbarn under {age} år</translation>
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
        <translation>Klienter under {age} år</translation>
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
    <name>TonightLine</name>
    <message>
        <source>today at this desk</source>
        <translation>i dag vid den här luckan</translation>
    </message>
    <message>
        <source>today in the whole house</source>
        <translation>i dag i hela huset</translation>
    </message>
    <message>
        <source>tickets left</source>
        <translation>biljetter kvar</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Not a Kaikukortti number</source>
        <translation>Det här är inte ett Kaikukortsnummer</translation>
    </message>
    <message>
        <source>A card number has 4 to 20 letters or digits. Try once more.</source>
        <translation>Kortnumret har 4–20 bokstäver eller siffror. Försök igen.</translation>
    </message>
    <message>
        <source>The register here is too old</source>
        <translation>Registret på den här datorn är för gammalt</translation>
    </message>
    <message>
        <source>Connect to the internet to renew it. Until then, record the visit by the last day printed on the card.</source>
        <translation>Anslut till internet för att uppdatera det. Registrera tills dess besöken enligt den sista giltighetsdagen på kortet.</translation>
    </message>
    <message>
        <source>Valid until {day}.</source>
        <translation>Giltigt till och med {day}.</translation>
    </message>
    <message>
        <source>Today is the last day.</source>
        <translation>Sista dagen i dag.</translation>
    </message>
    <message>
        <source>It ended on {day}.</source>
        <translation>Gick ut {day}.</translation>
    </message>
    <message>
        <source>at {time}: {tickets}</source>
        <translation>kl. {time}: {tickets}</translation>
    </message>
    <message>
        <source>{desk}: {tickets}</source>
        <translation>{desk}: {tickets}</translation>
    </message>
    <message>
        <source>{day}: {tickets}</source>
        <translation>{day}: {tickets}</translation>
    </message>
    <message>
        <source>By the printed card</source>
        <translation>Enligt kortets sista giltighetsdag</translation>
    </message>
    <message>
        <source>Holder</source>
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
        <source>Use the next camera</source>
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
        <source>Hold the card&apos;s code in the frame, a hand&apos;s breadth away.</source>
        <translation>Håll kortets kod i ramen, en handsbredd från kameran.</translation>
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
        <source>Take back…</source>
        <translation>Återkalla…</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>Visa numret</translation>
    </message>
    <message>
        <source>Why is the visit taken back?</source>
        <translation>Varför återkallas registreringen?</translation>
    </message>
    <message>
        <source>Keep the visit</source>
        <translation>Återkalla inte</translation>
    </message>
    <message>
        <source>It was a mistake</source>
        <translation>Det var ett misstag</translation>
    </message>
    <message>
        <source>The tickets were not used</source>
        <translation>Biljetterna användes inte</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Any day</source>
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
        <source>From day to day</source>
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
        <source>Refused</source>
        <translation>Avvisade</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Återkallade</translation>
    </message>
    <message>
        <source>Card number forgotten</source>
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
        <source>refused</source>
        <translation>avvisat</translation>
    </message>
    <message>
        <source>taken back</source>
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
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>raderat</translation>
    </message>
    <message>
        <source>an offer that this desk does not know</source>
        <translation>evenemang eller tjänst som luckan inte känner till</translation>
    </message>
    <message>
        <source>It stands in the place of an earlier visit.</source>
        <translation>Ersätter en tidigare registrering.</translation>
    </message>
    <message>
        <source>It can be corrected and taken back at the desk that recorded it.</source>
        <translation>Det kan rättas och återkallas vid luckan som registrerade det.</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>The visit has been taken back.</source>
        <translation>Registreringen har återkallats.</translation>
    </message>
    <message>
        <source>Corrected. The old visit stays on record, as replaced.</source>
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
        <source>All visits of this desk and, after a sync, of the others: {count}</source>
        <translation>Alla besök vid den här luckan och, efter kontakt med registret, vid de andra: {count}</translation>
    </message>
    <message>
        <source>No visit is found by this</source>
        <translation>Inga besök motsvarar sökningen</translation>
    </message>
    <message>
        <source>Try fewer letters, or another day.</source>
        <translation>Förkorta sökordet eller byt dag.</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Visa alla besök</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>Inget har registrerats ännu</translation>
    </message>
    <message>
        <source>Visits come here as soon as tickets are recorded at the ticket window.</source>
        <translation>Besöken visas här så snart biljetter har registrerats vid luckan.</translation>
    </message>
    <message>
        <source>End of a card number, or name of an offer</source>
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
