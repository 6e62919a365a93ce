<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>AboutPart</name>
    <message>
        <source>About</source>
        <translation>Tietoja ohjelmasta</translation>
    </message>
    <message>
        <source>Free software under the European Union Public Licence 1.2. Qt and PySide6 are used under the GNU LGPL 3; the font is Inter, under the SIL Open Font License 1.1.</source>
        <translation>Vapaa ohjelmisto, lisenssi EUPL 1.2 (Euroopan unionin yleinen lisenssi). Kirjastot Qt ja PySide6: lisenssi GNU LGPL 3. Fontti Inter: lisenssi SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Kirjastot ja niiden lisenssit</translation>
    </message>
    <message>
        <source>A new version is there: {version}. {notes} It is at {address}.</source>
        <translation>Uusi versio on saatavilla: {version}. {notes} Sen saa osoitteesta {address}.</translation>
    </message>
    <message>
        <source>The list of new versions is older than one received before.</source>
        <translation>Uusien versioiden luettelo on vanhempi kuin aiemmin saatu luettelo.</translation>
    </message>
    <message>
        <source>The list of new versions was valid until {day}.</source>
        <translation>Uusien versioiden luettelo oli voimassa {day} asti.</translation>
    </message>
    <message>
        <source>Newer ones may be held back on the network. Tell your IT support.</source>
        <translation>Joku saattaa estää uudempia luetteloita pääsemästä perille. Kerro asiasta IT-tukeen.</translation>
    </message>
</context>
<context>
    <name>AppearancePart</name>
    <message>
        <source>Language and appearance</source>
        <translation>Kieli ja ulkoasu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Värit</translation>
    </message>
    <message>
        <source>System follows this computer, day and night.</source>
        <translation>Järjestelmä-valinta seuraa tämän tietokoneen asetusta.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstin koko</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Järjestelmä</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Vaalea</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tumma</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Suuri kontrasti</translation>
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
        <translation>Piilota viesti</translation>
    </message>
</context>
<context>
    <name>BreakdownView</name>
    <message>
        <source>Copy the table</source>
        <translation>Kopioi taulukko</translation>
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
        <translation>Avain ja tunniste ovat käyttöjärjestelmän avainnipussa.</translation>
    </message>
    <message>
        <source>Key and token are kept in a file, as an admin chose: {path}.</source>
        <translation>Avain ja tunniste ovat ylläpitäjän valitsemassa tiedostossa: {path}.</translation>
    </message>
    <message>
        <source>The library that reads codes is there.</source>
        <translation>Koodeja lukeva kirjasto on paikallaan.</translation>
    </message>
    <message>
        <source>The zbar library is missing: the camera reads no codes.</source>
        <translation>zbar-kirjasto puuttuu: kamera ei lue koodeja.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu install libzbar0, on a Mac zbar from Homebrew, on Windows Microsoft&apos;s Visual C++ 2013 redistributable.</source>
        <translation>Asenna Debianissa ja Ubuntussa libzbar0, Macissa zbar (Homebrew) ja Windowsissa Microsoftin Visual C++ 2013 Redistributable.</translation>
    </message>
    <message>
        <source>Cameras: {names}.</source>
        <translation>Kamerat: {names}.</translation>
    </message>
    <message>
        <source>No camera is plugged in; cards are typed or scanned.</source>
        <translation>Kameraa ei ole kytketty. Kirjoita kortin numero tai lue kortti lukijalla.</translation>
    </message>
    <message>
        <source>{path} can be written; {free} MB are free.</source>
        <translation>Kansioon {path} voi kirjoittaa; tilaa on {free} Mt.</translation>
    </message>
    <message>
        <source>Only {free} MB are free at {path}.</source>
        <translation>Tilaa on vain {free} Mt: {path}.</translation>
    </message>
    <message>
        <source>Make room: a full disk stops the recording.</source>
        <translation>Vapauta tilaa: täydelle levylle ei voi kirjata käyntejä.</translation>
    </message>
    <message>
        <source>No cloud service and no network keeps {path}.</source>
        <translation>Kansio {path} ei ole pilvipalvelun eikä verkon hallussa.</translation>
    </message>
    <message>
        <source>{path} is kept by {keeper}, which can put older files back or lock them.</source>
        <translation>Kansio {path} on palvelun {keeper} hallussa. Se voi palauttaa vanhoja tiedostoja tai lukita niitä.</translation>
    </message>
    <message>
        <source>Close the program, move the folder to this computer&apos;s own disk, and start it with --home and the new folder.</source>
        <translation>Sulje ohjelma, siirrä kansio tämän tietokoneen omalle levylle ja käynnistä ohjelma valitsimella --home ja uudella kansiolla.</translation>
    </message>
    <message>
        <source>Database and operation log are whole, and agree.</source>
        <translation>Tietokanta ja kirjausloki ovat ehjät ja yhtäpitävät.</translation>
    </message>
    <message>
        <source>The data was mended on {day}: {what}</source>
        <translation>Tiedot korjattiin {day}: {what}</translation>
    </message>
    <message>
        <source>Send once, compare the page of visits with your own notes of that day, and record again what is missing.</source>
        <translation>Lähetä kerran, vertaa käyntien sivua omiin muistiinpanoihinne tuolta päivältä ja kirjaa puuttuvat uudelleen.</translation>
    </message>
    <message>
        <source>There is no desk in {path} yet.</source>
        <translation>Kansiossa {path} ei ole vielä luukun tietoja.</translation>
    </message>
    <message>
        <source>Enrol it with an activation code from Kaikukeskus.</source>
        <translation>Ota luukku käyttöön Kaikukeskukselta saadulla aktivointikoodilla.</translation>
    </message>
    <message>
        <source>The desk is enrolled for {venue}.</source>
        <translation>Luukku on otettu käyttöön: {venue}.</translation>
    </message>
    <message>
        <source>The clock agrees with the register&apos;s.</source>
        <translation>Kello on samassa ajassa Kaikukannan kanssa.</translation>
    </message>
    <message>
        <source>The clock runs on since the register last told the time.</source>
        <translation>Kello on käynyt tasaisesti siitä lähtien, kun Kaikukanta viimeksi kertoi ajan.</translation>
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
        <translation>Tietokoneen kelloaika on muuttunut yllättäen, eikä siihen voi luottaa.</translation>
    </message>
    <message>
        <source>Set it right, and send once: the register tells the time.</source>
        <translation>Aseta kello oikeaan aikaan. Lähetä sitten kirjaukset: samalla kello tarkistetaan Kaikukannasta.</translation>
    </message>
    <message>
        <source>The register is reached through the proxy {proxy}.</source>
        <translation>Yhteys Kaikukantaan kulkee välityspalvelimen {proxy} kautta.</translation>
    </message>
    <message>
        <source>No proxy is in force.</source>
        <translation>Välityspalvelinta ei ole käytössä.</translation>
    </message>
    <message>
        <source>The register answers: {address}.</source>
        <translation>Kaikukanta vastaa: {address}.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate is good until {day}.</source>
        <translation>Kaikukannan varmenne on voimassa {day} asti.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate runs out on {day}.</source>
        <translation>Kaikukannan varmenne vanhenee {day}.</translation>
    </message>
    <message>
        <source>Tell those who run the register: it needs a new one.</source>
        <translation>Ilmoita Kaikukannan ylläpidolle: varmenne on uusittava.</translation>
    </message>
    <message>
        <source>The register is on this machine: no certificate is needed.</source>
        <translation>Kaikukanta on tällä tietokoneella: varmennetta ei tarvita.</translation>
    </message>
    <message>
        <source>Behind a proxy the certificate is checked with every call.</source>
        <translation>Välityspalvelinta käytettäessä varmenne tarkistetaan joka yhteydellä.</translation>
    </message>
    <message>
        <source>The register here is as of {when}.</source>
        <translation>Rekisteri on päivitetty {when}.</translation>
    </message>
    <message>
        <source>The register here is old: as of {when}.</source>
        <translation>Rekisteri on vanha: se on päivitetty {when}.</translation>
    </message>
    <message>
        <source>Bring the computer to a network, and send once.</source>
        <translation>Yhdistä tietokone verkkoon ja hae rekisteri (Lähetä ja hae nyt).</translation>
    </message>
    <message>
        <source>The register has not been fetched yet.</source>
        <translation>Rekisteriä ei ole vielä haettu.</translation>
    </message>
    <message>
        <source>Visits and changes that wait to be sent: {pending}.</source>
        <translation>Lähettämistä odottavia käyntejä ja muutoksia: {pending}.</translation>
    </message>
    <message>
        <source>This desk&apos;s data is in use here alone.</source>
        <translation>Tämän luukun tiedot ovat käytössä vain täällä.</translation>
    </message>
    <message>
        <source>On {day} the register saw this desk&apos;s data used twice, or an old copy put back.</source>
        <translation>Kaikukanta huomasi {day}, että tämän luukun tietoja käytetään kahdessa paikassa tai vanha kopio on palautettu.</translation>
    </message>
    <message>
        <source>If the data was copied to another computer, enrol that one as a desk of its own.</source>
        <translation>Jos tiedot on kopioitu toiselle tietokoneelle, ota se käyttöön omana luukkunaan.</translation>
    </message>
    <message>
        <source>The register refused this many: {attention}.</source>
        <translation>Kaikukannan hylkäämiä kirjauksia: {attention}.</translation>
    </message>
    <message>
        <source>Settle them in the window, or see the command queue.</source>
        <translation>Selvitä ne sivulla Selvitettävät tai katso ne komennolla queue.</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Open Settings, Time &amp; language, Date &amp; time, and choose “Sync now”.</source>
        <translation>Avaa Asetukset, Aika ja kieli, Päivämäärä ja aika, ja valitse ”Synkronoi nyt”.</translation>
    </message>
    <message>
        <source>Open System Settings, General, Date &amp; Time, and let it set date and time automatically.</source>
        <translation>Avaa Järjestelmäasetukset, Yleiset, Päivä ja aika, ja ota käyttöön automaattinen asetus.</translation>
    </message>
    <message>
        <source>Open the system&apos;s settings, Date &amp; Time, and switch on the automatic time; or ask your IT support to run “timedatectl set-ntp true”.</source>
        <translation>Avaa järjestelmän asetuksista Päivä ja aika ja ota käyttöön automaattinen aika, tai pyydä IT-tukea suorittamaan ”timedatectl set-ntp true”.</translation>
    </message>
    <message>
        <source>The clock of this computer looks wrong</source>
        <translation>Tietokoneen kello näyttää olevan väärässä</translation>
    </message>
    <message>
        <source>The clock of this computer is {span} ahead</source>
        <translation>Tietokoneen kello on edellä {span}</translation>
    </message>
    <message>
        <source>The clock of this computer is {span} behind</source>
        <translation>Tietokoneen kello on jäljessä {span}</translation>
    </message>
    <message>
        <source>Visits are dated by the register&apos;s time.</source>
        <translation>Käynnit päivätään rekisterin ajan mukaan.</translation>
    </message>
    <message>
        <source>It was dated afresh: the clock had said {when}.</source>
        <translation>Päiväys on korjattu: kello oli näyttänyt {when}.</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n päivän</numerusform>
            <numerusform>%n päivää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n tunnin</numerusform>
            <numerusform>%n tuntia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuutin</numerusform>
            <numerusform>%n minuuttia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) dated afresh: the clock had been wrong</source>
        <translation>
            <numerusform>%n käynnin päiväys korjattiin: kello oli väärässä</numerusform>
            <numerusform>%n käynnin päiväys korjattiin: kello oli väärässä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>The old visit stays on record, as replaced. The day stays the same.</source>
        <translation>Alkuperäinen kirjaus säilyy korvattuna. Päivä ei muutu.</translation>
    </message>
    <message>
        <source>The old visit stays on record, as replaced.</source>
        <translation>Vanha käynti jää muistiin korvattuna.</translation>
    </message>
    <message>
        <source>Correct the visit</source>
        <translation>Korjaa kirjaus</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Käynnin päivä</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Leave it empty where the card was right.</source>
        <translation>Jätä tyhjäksi, jos kortti oli oikea.</translation>
    </message>
    <message>
        <source>Show the old number</source>
        <translation>Näytä vanha numero</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Tallenna korjaus</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Now {number}. Scan or type</source>
        <translation>Nyt {number}. Lue tai kirjoita</translation>
    </message>
</context>
<context>
    <name>CounterPart</name>
    <message>
        <source>At the counter</source>
        <translation>Luukulla</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Pikakirjaus</translation>
    </message>
    <message>
        <source>A scanned card gets the holder&apos;s ticket at once where nothing has to be decided. Everything else waits for Enter, and Ctrl+Z takes back. The key is F7 at the ticket window.</source>
        <translation>Kun kortti luetaan, haltijan lippu kirjataan heti, jos mitään ei tarvitse valita. Muut kortit kirjataan Enterillä. Ctrl+Z kumoaa. Lippuluukulla F7 kytkee pikakirjauksen päälle ja pois.</translation>
    </message>
    <message>
        <source>Clear the screen after</source>
        <translation>Tyhjennä näyttö</translation>
    </message>
    <message>
        <source>A recorded or refused card leaves the sight; one that waits for you does so after five times as long.</source>
        <translation>Kirjattu tai hylätty kortti poistuu näkyvistä. Jos kortti odottaa ratkaisuasi, aika on viisinkertainen.</translation>
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
        <translation>Esittely. Kokeile: {family} (3 lasta), {community} (yhteisö), {expired} (päättynyt), {unknown} (ei rekisterissä).</translation>
    </message>
</context>
<context>
    <name>DemoCards</name>
    <message>
        <source>Valid, no children</source>
        <translation>Voimassa, ei lapsia</translation>
    </message>
    <message>
        <source>Valid, one child</source>
        <translation>Voimassa, yksi lapsi</translation>
    </message>
    <message>
        <source>Valid, three children</source>
        <translation>Voimassa, kolme lasta</translation>
    </message>
    <message>
        <source>Valid, of another area, five children</source>
        <translation>Voimassa, toiselta alueelta, viisi lasta</translation>
    </message>
    <message>
        <source>Community card</source>
        <translation>Yhteisön Kaikukortti</translation>
    </message>
    <message>
        <source>Valid, digits only, two children</source>
        <translation>Voimassa, pelkkiä numeroita, kaksi lasta</translation>
    </message>
    <message>
        <source>Out of use for now</source>
        <translation>Toistaiseksi pois käytöstä</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>Ei enää käytössä</translation>
    </message>
    <message>
        <source>Has run out</source>
        <translation>Voimassaolo päättynyt</translation>
    </message>
    <message>
        <source>Not valid before tomorrow</source>
        <translation>Voimassa vasta huomenna</translation>
    </message>
    <message>
        <source>Local card of this area, one child</source>
        <translation>Tämän alueen paikallinen kortti, yksi lapsi</translation>
    </message>
    <message>
        <source>Local card of another area</source>
        <translation>Toisen alueen paikallinen kortti</translation>
    </message>
    <message>
        <source>Has used up its courses of the year</source>
        <translation>Vuoden kurssit käytetty</translation>
    </message>
    <message>
        <source>Today is its last day</source>
        <translation>Tänään viimeinen päivä</translation>
    </message>
    <message>
        <source>Today is its first day</source>
        <translation>Tänään ensimmäinen päivä</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>Korttia ei löydy rekisteristä</translation>
    </message>
    <message>
        <source>Demo cards of Kaikuluukku</source>
        <translation>Kaikuluukun esittelykortit</translation>
    </message>
    <message>
        <source>These are no real cards: no ticket is given on them. They work at the register of the demo. Print at full size and cut along the marks, or scan them off the screen.</source>
        <translation>Nämä eivät ole oikeita kortteja, eikä niillä saa lippuja. Ne toimivat esittelyn rekisterissä. Tulosta todellisessa koossa ja leikkaa merkkejä pitkin tai lue koodit suoraan näytöltä.</translation>
    </message>
    <message>
        <source>DEMO · not a real card</source>
        <translation>ESITTELY · ei oikea kortti</translation>
    </message>
</context>
<context>
    <name>DeskPart</name>
    <message>
        <source>This desk and the register</source>
        <translation>Tämä luukku ja rekisteri</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Lähetä ja hae nyt</translation>
    </message>
    <message>
        <source>Enrol again…</source>
        <translation>Ota uudelleen käyttöön…</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Kohde</translation>
    </message>
    <message>
        <source>This desk is not enrolled yet.</source>
        <translation>Tätä luukkua ei ole vielä otettu käyttöön.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Luukku</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Otettu käyttöön</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kaikukanta</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Yhteys</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Rekisterin päivitys</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kortit</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n kortti</numerusform>
            <numerusform>%n korttia</numerusform>
        </translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Käynnit</translation>
    </message>
</context>
<context>
    <name>DiagnosisPart</name>
    <message>
        <source>If something does not work</source>
        <translation>Jos jokin ei toimi</translation>
    </message>
    <message>
        <source>A diagnosis tells your administrator what this computer and program are like. No card number, token, key or name is in it, and it goes nowhere by itself.</source>
        <translation>Vianmääritystiedot kertovat ylläpitäjälle, miten tietokone ja ohjelma toimivat. Niissä ei ole korttien numeroita, tunnisteita, avaimia eikä nimiä. Ohjelma ei lähetä niitä itse minnekään.</translation>
    </message>
    <message>
        <source>Save a diagnosis…</source>
        <translation>Tallenna vianmääritystiedot…</translation>
    </message>
    <message>
        <source>kaikuluukku-diagnosis.zip</source>
        <translation>kaikuluukku-vianmaaritys.zip</translation>
    </message>
    <message>
        <source>Save a diagnosis</source>
        <translation>Tallenna vianmääritystiedot</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Tallennettu: {file}</translation>
    </message>
</context>
<context>
    <name>DialogueWords</name>
    <message>
        <source>It is tried again at once.</source>
        <translation>Yritetään uudelleen heti.</translation>
    </message>
    <message>
        <source>The next try is at {time}.</source>
        <translation>Seuraava yritys on kello {time}.</translation>
    </message>
    <message numerus="yes">
        <source>The register had lost work of this desk: %n sent again</source>
        <translation>
            <numerusform>Kaikukannasta oli kadonnut tämän luukun kirjauksia: %n lähetettiin uudelleen</numerusform>
            <numerusform>Kaikukannasta oli kadonnut tämän luukun kirjauksia: %n lähetettiin uudelleen</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s data is used twice, or an old copy was put back. What the register knows of this desk was taken in. If the data was copied to another computer, enrol that one as a desk of its own.</source>
        <translation>Tämän luukun tietoja käytetään kahdessa paikassa, tai vanha kopio on palautettu. Luukulle on haettu se, mitä Kaikukanta siitä tietää. Jos tiedot on kopioitu toiselle tietokoneelle, ota se käyttöön omana luukkunaan.</translation>
    </message>
    <message>
        <source>The register has not known this desk for two days. You can go on; all is kept. Ask Kaikukeskus for a new activation code, and enrol the desk again.</source>
        <translation>Kaikukanta ei ole tuntenut tätä luukkua kahteen päivään. Voit jatkaa; kaikki säilyy. Pyydä Kaikukeskukselta uusi aktivointikoodi ja ota luukku käyttöön uudelleen.</translation>
    </message>
    <message>
        <source>Needs a new activation code</source>
        <translation>Tarvitsee uuden aktivointikoodin</translation>
    </message>
    <message>
        <source>Data used twice, or an old copy put back</source>
        <translation>Tiedot käytössä kahdessa paikassa tai vanha kopio palautettu</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>This desk is enrolled for {venue}.</source>
        <translation>Luukku on otettu käyttöön: {venue}.</translation>
    </message>
    <message>
        <source>Recorded: {tickets}. Id of the visit: {id}</source>
        <translation>Kirjattu: {tickets}. Käynnin tunnus: {id}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Peruttu.</translation>
    </message>
    <message>
        <source>Settled. The record of it is kept.</source>
        <translation>Selvitetty. Tieto siitä säilyy.</translation>
    </message>
    <message>
        <source>There the defaults hold: see the settings page.</source>
        <translation>Niissä on voimassa oletusarvo: katso asetussivua.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent, so no file was written.</source>
        <translation>Lähetettävää ei ole, joten tiedostoa ei tehty.</translation>
    </message>
    <message>
        <source>They still wait here, too.</source>
        <translation>Ne odottavat lähetystä myös tällä luukulla.</translation>
    </message>
    <message>
        <source>The same passphrase again:</source>
        <translation>Sama salalause uudelleen:</translation>
    </message>
    <message>
        <source>Passphrase of the file:</source>
        <translation>Tiedoston salalause:</translation>
    </message>
    <message>
        <source>There is no PIN now. An open window unlocks by Enter.</source>
        <translation>PIN-koodi on poistettu. Lukittu ikkuna aukeaa nyt Enterillä.</translation>
    </message>
    <message>
        <source>Key to the data of this desk:</source>
        <translation>Tämän luukun tietojen avain:</translation>
    </message>
    <message>
        <source>The key is back. Start the program as usual.</source>
        <translation>Avain on taas paikallaan. Käynnistä ohjelma tavalliseen tapaan.</translation>
    </message>
</context>
<context>
    <name>EarlierVisits</name>
    <message numerus="yes">
        <source>%n earlier visit(s)</source>
        <translation>
            <numerusform>%n aiempi käynti</numerusform>
            <numerusform>%n aiempaa käyntiä</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Palauta</translation>
    </message>
    <message>
        <source>Put back {visit}</source>
        <translation>Palauta {visit}</translation>
    </message>
    <message>
        <source>Undo {visit}</source>
        <translation>Kumoa {visit}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>One moment…</source>
        <translation>Hetkinen…</translation>
    </message>
</context>
<context>
    <name>EnrolmentStep</name>
    <message>
        <source>Enrol this desk</source>
        <translation>Ota tämä luukku käyttöön</translation>
    </message>
    <message>
        <source>Kaikukeskus or your administrator has given your venue an activation code. Scan its QR code, or type what the letter says. The register then knows whose visits come from here.</source>
        <translation>Olet saanut Kaikukeskukselta tai ylläpitäjältä aktivointikoodin. Lue kirjeen QR-koodi tai kirjoita tiedot kirjeestä. Näin Kaikukanta tietää, minkä kohteen käynnit tulevat tältä luukulta.</translation>
    </message>
    <message>
        <source>Asking the register…</source>
        <translation>Kysytään Kaikukannasta…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ota käyttöön</translation>
    </message>
    <message>
        <source>Ticket window 1</source>
        <translation>Lippuluukku 1</translation>
    </message>
    <message>
        <source>This is not an activation code. Scan the letter&apos;s.</source>
        <translation>Tämä ei ole aktivointikoodi. Lue kirjeen koodi.</translation>
    </message>
    <message>
        <source>The code was read. Check the address, then enrol.</source>
        <translation>Koodi on luettu. Tarkista osoite ja ota luukku käyttöön.</translation>
    </message>
    <message>
        <source>Enrol all the same</source>
        <translation>Ota silti käyttöön</translation>
    </message>
    <message>
        <source>Address of the register</source>
        <translation>Kaikukannan osoite</translation>
    </message>
    <message>
        <source>Begins with https://</source>
        <translation>Alussa on https://</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Aktivointikoodi</translation>
    </message>
    <message>
        <source>Twelve letters and digits; it works once.</source>
        <translation>Kaksitoista kirjainta ja numeroa; toimii kerran.</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Tämän luukun nimi</translation>
    </message>
    <message>
        <source>So that you know it from the others.</source>
        <translation>Jotta erotat sen muista.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of this desk wait to be sent.</source>
        <translation>
            <numerusform>%n tämän luukun kirjaus odottaa lähettämistä.</numerusform>
            <numerusform>%n tämän luukun kirjausta odottaa lähettämistä.</numerusform>
        </translation>
    </message>
    <message>
        <source>At another venue they are held back. Send them first where you can.</source>
        <translation>Toisessa kohteessa ne jäävät odottamaan. Lähetä ne ensin, jos voit.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>No such offer is known here.</source>
        <translation>Tällaista tapahtumaa tai palvelua ei löydy tältä luukulta.</translation>
    </message>
    <message>
        <source>Fetch the offers from the register, or check the id.</source>
        <translation>Hae tarjonta Kaikukannasta tai tarkista tunnus.</translation>
    </message>
    <message>
        <source>There is no screen here to open a window on.</source>
        <translation>Ikkunaa ei voi avata, koska näyttöä ei ole käytettävissä.</translation>
    </message>
    <message>
        <source>Name a command to work without one; --help lists them.</source>
        <translation>Anna komento, niin ikkunaa ei tarvita; --help luettelee komennot.</translation>
    </message>
    <message>
        <source>The offer needs a Finnish name.</source>
        <translation>Tapahtumalla tai palvelulla on oltava suomenkielinen nimi.</translation>
    </message>
    <message>
        <source>Give it, and times and numbers that make sense.</source>
        <translation>Anna nimi ja tarkista ajat ja määrät.</translation>
    </message>
    <message>
        <source>The name is too long, or holds a character that cannot be seen.</source>
        <translation>Nimi on liian pitkä tai siinä on näkymätön merkki.</translation>
    </message>
    <message>
        <source>Type the name yourself; do not copy it from elsewhere.</source>
        <translation>Kirjoita nimi itse, älä kopioi sitä muualta.</translation>
    </message>
    <message>
        <source>No such visit was recorded at this desk.</source>
        <translation>Tällaista käyntiä ei ole kirjattu tällä luukulla.</translation>
    </message>
    <message>
        <source>Check the id of the visit.</source>
        <translation>Tarkista käynnin tunnus.</translation>
    </message>
    <message>
        <source>The visit has been taken back before.</source>
        <translation>Kirjaus on jo peruttu.</translation>
    </message>
    <message>
        <source>Nothing more needs to be done.</source>
        <translation>Muuta ei tarvitse tehdä.</translation>
    </message>
    <message>
        <source>The last day printed on the card is missing.</source>
        <translation>Korttiin painettu viimeinen voimassaolopäivä puuttuu.</translation>
    </message>
    <message>
        <source>Read it off the card and give it too.</source>
        <translation>Katso se kortista ja anna sekin.</translation>
    </message>
    <message>
        <source>This venue may not record cards that cannot be looked up.</source>
        <translation>Tässä kohteessa ei voi kirjata kortteja, joita ei löydy rekisteristä.</translation>
    </message>
    <message>
        <source>Renew the register over the internet and try again.</source>
        <translation>Päivitä rekisteri internetin kautta ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>That day is over already.</source>
        <translation>Se päivä on jo mennyt.</translation>
    </message>
    <message>
        <source>Choose a day from today on.</source>
        <translation>Valitse tämä päivä tai myöhempi.</translation>
    </message>
    <message>
        <source>This desk is not enrolled with the register.</source>
        <translation>Tätä luukkua ei ole otettu käyttöön.</translation>
    </message>
    <message>
        <source>Enrol it with an activation code from Kaikukeskus.</source>
        <translation>Ota luukku käyttöön Kaikukeskukselta saadulla aktivointikoodilla.</translation>
    </message>
    <message>
        <source>The register no longer accepts this desk.</source>
        <translation>Kaikukanta ei enää hyväksy tätä luukkua.</translation>
    </message>
    <message>
        <source>Enrol it again with a new activation code. What was recorded here is kept.</source>
        <translation>Ota luukku uudelleen käyttöön uudella aktivointikoodilla. Tehdyt kirjaukset ovat tallessa.</translation>
    </message>
    <message>
        <source>The data of this desk cannot be used: {path}.</source>
        <translation>Luukun tietoja ei voi käyttää: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Ask your IT support for help.</source>
        <translation>Mitään ei muutettu. Pyydä apua IT-tuelta.</translation>
    </message>
    <message>
        <source>The disk is full: {path}.</source>
        <translation>Levy on täynnä: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Make room on the disk and try again.</source>
        <translation>Mitään ei kirjattu. Vapauta levytilaa ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The data folder cannot be written: {path}.</source>
        <translation>Tietokansioon ei voi kirjoittaa: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the rights of the folder.</source>
        <translation>Mitään ei kirjattu. Tarkista kansion käyttöoikeudet.</translation>
    </message>
    <message>
        <source>Another program holds the data of this desk: {path}.</source>
        <translation>Luukun tiedot ovat toisen ohjelman käytössä: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Close the other program and try again.</source>
        <translation>Mitään ei kirjattu. Sulje toinen ohjelma ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The data of this desk is damaged: {path}.</source>
        <translation>Luukun tiedot ovat vioittuneet: {path}.</translation>
    </message>
    <message>
        <source>The key does not open the data of this desk: {path}.</source>
        <translation>Avain ei avaa luukun tietoja: {path}.</translation>
    </message>
    <message>
        <source>Nothing was sent. Often the computer&apos;s clock is wrong, or the network wants you to sign in first. Somebody may also be listening in between: if the clock is right, use another network or tell your IT support.</source>
        <translation>Mitään ei lähetetty. Usein syynä on tietokoneen väärä kello tai verkko, johon pitää ensin kirjautua. Joku voi myös olla välissä kuuntelemassa: jos kello on oikeassa, käytä toista verkkoa tai kerro asiasta IT-tukeen.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Start the program again: it keeps the damaged file aside and saves what can be read.</source>
        <translation>Mitään ei muutettu. Käynnistä ohjelma uudelleen: se siirtää vioittuneen tiedoston talteen ja pelastaa siitä kaiken, minkä voi lukea.</translation>
    </message>
    <message>
        <source>Was {meant} meant?</source>
        <translation>Tarkoititko päivää {meant}?</translation>
    </message>
    <message>
        <source>The visit can no longer be put back: its day is over.</source>
        <translation>Kirjausta ei voi enää palauttaa: päivä on vaihtunut.</translation>
    </message>
    <message>
        <source>Record it again with its own day.</source>
        <translation>Kirjaa käynti uudelleen sen omalle päivälle.</translation>
    </message>
    <message>
        <source>Write one line of at most 500 characters, without a card number.</source>
        <translation>Kirjoita enintään 500 merkin rivi ilman kortin numeroa.</translation>
    </message>
    <message>
        <source>The fee is missing: it differs from one to another here.</source>
        <translation>Maksu puuttuu: se vaihtelee tässä.</translation>
    </message>
    <message>
        <source>Ask what it is, and give it too.</source>
        <translation>Kysy se ja anna sekin.</translation>
    </message>
    <message>
        <source>This desk&apos;s venue did not add the offer {offer} itself.</source>
        <translation>Tämän luukun kohde ei ole itse lisännyt tätä: {offer}.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus to change it in the register.</source>
        <translation>Pyydä Kaikukeskusta muuttamaan se rekisterissä.</translation>
    </message>
    <message>
        <source>The register&apos;s time is far from this computer&apos;s.</source>
        <translation>Rekisterin aika poikkeaa paljon tämän tietokoneen ajasta.</translation>
    </message>
    <message>
        <source>Nothing is sent before it is known which is right. Try again in a minute.</source>
        <translation>Mitään ei lähetetä, ennen kuin tiedetään, kumpi on oikea. Yritä minuutin kuluttua uudelleen.</translation>
    </message>
    <message>
        <source>The day {day} is still to come.</source>
        <translation>Päivä {day} on vasta tulossa.</translation>
    </message>
    <message>
        <source>Take the day on which the tickets were given.</source>
        <translation>Merkitse päivä, jona liput annettiin.</translation>
    </message>
    <message>
        <source>The day {day} is too long ago: 400 days are the most.</source>
        <translation>Päivä {day} on liian kaukana: enintään 400 päivää käy.</translation>
    </message>
    <message>
        <source>This is a HEIC photograph, which is not read here: {path}.</source>
        <translation>Tämä on HEIC-valokuva, jota ei lueta täällä: {path}.</translation>
    </message>
    <message>
        <source>Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send it as a message and save the picture from there.</source>
        <translation>Tallenna se JPEG-muodossa: iPhonessa Asetukset, Kamera, Muodot, Yhteensopivin, tai lähetä kuva viestinä ja tallenna se viestistä.</translation>
    </message>
    <message>
        <source>This is a PDF and no picture: {path}.</source>
        <translation>Tämä on PDF eikä kuva: {path}.</translation>
    </message>
    <message>
        <source>Open it, take a screenshot of the code, and save that as PNG.</source>
        <translation>Avaa se, ota koodista kuvakaappaus ja tallenna se PNG-muodossa.</translation>
    </message>
    <message>
        <source>This is a drawing (SVG) and no picture: {path}.</source>
        <translation>Tämä on piirros (SVG) eikä kuva: {path}.</translation>
    </message>
    <message>
        <source>Open it in a browser, take a screenshot, and save that as PNG.</source>
        <translation>Avaa se selaimessa, ota kuvakaappaus ja tallenna se PNG-muodossa.</translation>
    </message>
    <message>
        <source>This is a folder and no picture: {path}.</source>
        <translation>Tämä on kansio eikä kuva: {path}.</translation>
    </message>
    <message>
        <source>Name the pictures in it, all at once if you like.</source>
        <translation>Anna siinä olevat kuvat, vaikka kaikki kerralla.</translation>
    </message>
    <message>
        <source>Stopped: the file was not saved.</source>
        <translation>Keskeytetty: tiedostoa ei tallennettu.</translation>
    </message>
    <message>
        <source>A file of that name that was there before is as it was.</source>
        <translation>Samanniminen aiempi tiedosto on ennallaan.</translation>
    </message>
    <message>
        <source>Saving the file broke off.</source>
        <translation>Tiedoston tallennus katkesi.</translation>
    </message>
    <message>
        <source>No visit is lost. Try again, or with fewer days; if it breaks off again, ask your IT support for help.</source>
        <translation>Yhtään käyntiä ei kadonnut. Yritä uudelleen tai valitse vähemmän päiviä. Jos tallennus katkeaa taas, pyydä apua IT-tuelta.</translation>
    </message>
    <message>
        <source>The key to the data of this desk is lost: {path}.</source>
        <translation>Tämän luukun tietojen avain on kadonnut: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. If the folder was moved or copied here, put it back where it was: its key is found there. Otherwise put back the key with restore-key, or enrol again with --set-aside: the old data is kept.</source>
        <translation>Mitään ei kirjoitettu yli. Jos kansio on siirretty tai kopioitu tänne, palauta se entiselle paikalleen: avain löytyy siellä. Muuten palauta avain komennolla restore-key tai ota luukku uudelleen käyttöön valitsimella --set-aside: vanhat tiedot säilyvät.</translation>
    </message>
    <message>
        <source>The key to the data of this desk is not here: the folder {path} was moved or copied from {made_in}.</source>
        <translation>Tämän luukun tietojen avain ei ole täällä: kansio {path} on siirretty tai kopioitu kansiosta {made_in}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Keys do not move along to another computer or user: put the folder back, or put the key into this keyring with restore-key. Otherwise enrol again with --set-aside: the old data is kept.</source>
        <translation>Mitään ei kirjoitettu yli. Avain ei siirry mukana toiselle tietokoneelle tai käyttäjälle: siirrä kansio takaisin tai palauta avain tähän avainnippuun komennolla restore-key. Muuten ota luukku uudelleen käyttöön valitsimella --set-aside: vanhat tiedot säilyvät.</translation>
    </message>
    <message>
        <source>The data was written by a newer version: {path}.</source>
        <translation>Tiedot on tallennettu ohjelman uudemmalla versiolla: {path}.</translation>
    </message>
    <message>
        <source>Install the newest version of Kaikuluukku.</source>
        <translation>Asenna Kaikuluukun uusin versio.</translation>
    </message>
    <message>
        <source>The keyring of this computer cannot be used.</source>
        <translation>Tietokoneen avainnippua ei voi käyttää.</translation>
    </message>
    <message>
        <source>Unlock or install a keyring. On a machine without one, an admin may choose a file: --secrets file:PATH.</source>
        <translation>Avaa avainnipun lukitus tai asenna avainnippu. Jos koneessa ei ole sellaista, ylläpitäjä voi valita tiedoston: --secrets file:POLKU.</translation>
    </message>
    <message>
        <source>The register cannot be reached.</source>
        <translation>Kaikukantaan ei saada yhteyttä.</translation>
    </message>
    <message>
        <source>Nothing is lost. Go on; it is sent when the network is back.</source>
        <translation>Mitään ei katoa. Jatka työtä: kirjaukset lähetetään, kun verkko palaa.</translation>
    </message>
    <message>
        <source>The register is busy.</source>
        <translation>Kaikukanta on ruuhkautunut.</translation>
    </message>
    <message>
        <source>Nothing is lost. It is tried again by itself.</source>
        <translation>Mitään ei katoa. Ohjelma yrittää itse uudelleen.</translation>
    </message>
    <message>
        <source>Too many tries.</source>
        <translation>Liian monta yritystä.</translation>
    </message>
    <message>
        <source>Wait some minutes, then try the code again.</source>
        <translation>Odota muutama minuutti ja kokeile koodia uudelleen.</translation>
    </message>
    <message>
        <source>Something other than the register answered.</source>
        <translation>Vastaus ei tullut Kaikukannasta.</translation>
    </message>
    <message>
        <source>Check the address, and whether the network wants you to sign in first.</source>
        <translation>Tarkista osoite ja se, pyytääkö verkko ensin kirjautumaan.</translation>
    </message>
    <message>
        <source>The register&apos;s address is not safe to use.</source>
        <translation>Kaikukannan osoite ei ole turvallinen.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Osoitteen alussa on oltava https://.</translation>
    </message>
    <message>
        <source>A sign-in page answered in the register&apos;s place.</source>
        <translation>Kaikukannan sijasta vastasi verkon kirjautumissivu.</translation>
    </message>
    <message>
        <source>Open a web browser and sign in to the network, then go on.</source>
        <translation>Avaa verkkoselain ja kirjaudu verkkoon, jatka sitten.</translation>
    </message>
    <message>
        <source>The register&apos;s address leads somewhere else.</source>
        <translation>Kaikukannan osoite ohjaa muualle.</translation>
    </message>
    <message>
        <source>The answer was too large to be the register&apos;s.</source>
        <translation>Vastaus on liian suuri eikä ilmeisesti tule Kaikukannasta.</translation>
    </message>
    <message>
        <source>It was not used. Check the address of the register.</source>
        <translation>Vastausta ei käytetty. Tarkista Kaikukannan osoite.</translation>
    </message>
    <message>
        <source>Work of this desk waits to be sent: {waiting}.</source>
        <translation>Tämän luukun kirjauksia odottaa lähetystä: {waiting}.</translation>
    </message>
    <message>
        <source>Enrol all the same? Elsewhere it is held back. (--yes)</source>
        <translation>Otetaanko silti käyttöön? Muualla ne jäävät odottamaan. (--yes)</translation>
    </message>
    <message>
        <source>What the register sent did not come to an end.</source>
        <translation>Kaikukannan lähettämä tieto ei päättynyt.</translation>
    </message>
    <message>
        <source>What came is used. It is gone on with by itself.</source>
        <translation>Saapunut tieto on käytössä. Hakua jatketaan itsestään.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate cannot be trusted.</source>
        <translation>Kaikukannan varmenteeseen ei voi luottaa.</translation>
    </message>
    <message>
        <source>The file with the certificates cannot be used.</source>
        <translation>Varmennetiedostoa ei voi käyttää.</translation>
    </message>
    <message>
        <source>Check the path, and that the file holds PEM certificates.</source>
        <translation>Tarkista polku ja se, että tiedostossa on PEM-varmenteita.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the desk through.</source>
        <translation>Verkon välityspalvelin estää luukun yhteyden.</translation>
    </message>
    <message>
        <source>Ask your IT support to let it reach the register.</source>
        <translation>Pyydä IT-tukea sallimaan yhteys Kaikukantaan.</translation>
    </message>
    <message>
        <source>The register finds what was sent too large.</source>
        <translation>Lähetys on liian suuri.</translation>
    </message>
    <message>
        <source>Nothing is lost. Tell the makers of this program.</source>
        <translation>Mitään ei katoa. Ilmoita asiasta ohjelman tekijöille.</translation>
    </message>
    <message>
        <source>The texts of a language are missing.</source>
        <translation>Kielen tekstit puuttuvat.</translation>
    </message>
    <message>
        <source>Install Kaikuluukku again. What was recorded here is kept.</source>
        <translation>Asenna Kaikuluukku uudelleen. Tehdyt kirjaukset ovat tallessa.</translation>
    </message>
    <message>
        <source>The register does not know this desk just now.</source>
        <translation>Kaikukanta ei juuri nyt tunne tätä luukkua.</translation>
    </message>
    <message>
        <source>Go on: all is kept, and it is tried again by itself.</source>
        <translation>Jatka: kaikki säilyy, ja yhteyttä yritetään uudelleen itsestään.</translation>
    </message>
    <message>
        <source>The register does not know this activation code.</source>
        <translation>Kaikukanta ei tunne tätä aktivointikoodia.</translation>
    </message>
    <message>
        <source>Check the code letter by letter.</source>
        <translation>Tarkista koodi merkki merkiltä.</translation>
    </message>
    <message>
        <source>The activation code has been used before.</source>
        <translation>Aktivointikoodi on jo käytetty.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for a new code.</source>
        <translation>Pyydä Kaikukeskukselta uusi koodi.</translation>
    </message>
    <message>
        <source>The activation code has run out.</source>
        <translation>Aktivointikoodi on vanhentunut.</translation>
    </message>
    <message>
        <source>The register that arrived is not the one that was signed.</source>
        <translation>Haetun rekisterin allekirjoitus ei täsmää.</translation>
    </message>
    <message>
        <source>It is not used. The last good one stays in use.</source>
        <translation>Sitä ei oteta käyttöön. Viimeisin kelvollinen rekisteri pysyy käytössä.</translation>
    </message>
    <message>
        <source>The register refused what was sent.</source>
        <translation>Kaikukanta ei hyväksynyt lähetystä.</translation>
    </message>
    <message>
        <source>Check what you gave, and whether a newer version is out.</source>
        <translation>Tarkista antamasi tiedot ja se, onko ohjelmasta uudempi versio.</translation>
    </message>
    <message>
        <source>A fault in this program: {name}.</source>
        <translation>Ohjelmassa on vika: {name}.</translation>
    </message>
    <message>
        <source>What was recorded is safe. Please tell its makers; the log helps.</source>
        <translation>Tehdyt kirjaukset ovat tallessa. Kerro viasta ohjelman tekijöille; loki auttaa.</translation>
    </message>
    <message>
        <source>There is nothing refused under this id.</source>
        <translation>Tällä tunnuksella ei ole hylättyä kirjausta.</translation>
    </message>
    <message>
        <source>It may have been settled already: look at the queue again.</source>
        <translation>Se on ehkä jo selvitetty: katso selvitettävät uudelleen.</translation>
    </message>
    <message>
        <source>This cannot be done about that refusal.</source>
        <translation>Tätä kirjausta ei voi selvittää näin.</translation>
    </message>
    <message>
        <source>Choose another way: the queue names those that there are.</source>
        <translation>Valitse toinen tapa: mahdolliset tavat näkyvät kirjauksen kohdalla.</translation>
    </message>
    <message>
        <source>The note or the operator&apos;s mark cannot be kept like this.</source>
        <translation>Muistiinpanoa tai lipunmyyjän merkintää ei voi tallentaa tällaisena.</translation>
    </message>
    <message>
        <source>The file cannot be read: {path}.</source>
        <translation>Tiedostoa ei voi lukea: {path}.</translation>
    </message>
    <message>
        <source>Check its name, and that you may read it.</source>
        <translation>Tarkista tiedoston nimi ja lukuoikeus.</translation>
    </message>
    <message>
        <source>The file cannot be written: {path}.</source>
        <translation>Tiedostoa ei voi tallentaa: {path}.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another place, or make room there.</source>
        <translation>Mitään ei tallennettu. Valitse toinen paikka tai vapauta tilaa.</translation>
    </message>
    <message>
        <source>There is another file of that name: {path}.</source>
        <translation>Samanniminen tiedosto on jo olemassa: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name.</source>
        <translation>Tiedostoa ei korvattu. Valitse toinen nimi.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>Tarvitaan salalause.</translation>
    </message>
    <message>
        <source>Type it when asked, or give it in KAIKULUUKKU_PASSPHRASE.</source>
        <translation>Kirjoita se kysyttäessä tai anna se muuttujassa KAIKULUUKKU_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The passphrase was not the same both times.</source>
        <translation>Salalauseet eivät olleet samat.</translation>
    </message>
    <message>
        <source>Try again, and type it slowly.</source>
        <translation>Yritä uudelleen ja kirjoita rauhassa.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess.</source>
        <translation>Salalause on liian helppo arvata.</translation>
    </message>
    <message>
        <source>Take one of at least {shortest} characters, not the same ones over and over: a few words do well.</source>
        <translation>Käytä vähintään {shortest} merkkiä äläkä toista samoja merkkejä. Muutama sana peräkkäin on hyvä.</translation>
    </message>
    <message>
        <source>The file is not one that carry-out wrote.</source>
        <translation>Tiedostoa ei ole tehty komennolla carry-out.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Check which file it is.</source>
        <translation>Tiedostosta ei tuotu mitään. Tarkista, että tiedosto on oikea.</translation>
    </message>
    <message>
        <source>The file was written by a newer version.</source>
        <translation>Tiedosto on tehty uudemmalla versiolla.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Install the newest version of Kaikuluukku.</source>
        <translation>Tiedostosta ei tuotu mitään. Asenna Kaikuluukun uusin versio.</translation>
    </message>
    <message>
        <source>The file is too large to be carried work.</source>
        <translation>Tiedosto on liian suuri: siinä ei voi olla siirrettyjä kirjauksia.</translation>
    </message>
    <message>
        <source>Nothing was taken in or written. Check which file it is.</source>
        <translation>Mitään ei tuotu eikä tallennettu. Tarkista, että tiedosto on oikea.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the file was changed.</source>
        <translation>Salalause on väärä, tai tiedostoa on muutettu.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Try the passphrase again, or carry the work out again.</source>
        <translation>Tiedostosta ei tuotu mitään. Kokeile salalausetta uudelleen tai vie kirjaukset uuteen tiedostoon.</translation>
    </message>
    <message>
        <source>The work in the file is of another venue: {venue}.</source>
        <translation>Tiedoston kirjaukset ovat toisen kohteen: {venue}.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Take it to a desk of that venue.</source>
        <translation>Tiedostosta ei tuotu mitään. Vie tiedosto kyseisen kohteen luukulle.</translation>
    </message>
    <message>
        <source>Kaikuluukku is open already, but does not answer.</source>
        <translation>Kaikuluukku on jo auki mutta ei vastaa.</translation>
    </message>
    <message>
        <source>Wait a moment. If nothing happens, close it and open it again.</source>
        <translation>Odota hetki. Jos mitään ei tapahdu, sulje se ja avaa uudelleen.</translation>
    </message>
    <message>
        <source>The camera cannot be used.</source>
        <translation>Kameraa ei voi käyttää.</translation>
    </message>
    <message>
        <source>Go on with a scanner, or type the card&apos;s number.</source>
        <translation>Jatka lukijalla tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Kameraa ei löytynyt.</translation>
    </message>
    <message>
        <source>Plug one in: it starts by itself. Until then, type or scan.</source>
        <translation>Kytke kamera: se käynnistyy itsestään. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>The camera is not there: {name}.</source>
        <translation>Kameraa ei löydy: {name}.</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another. Until then, type or scan.</source>
        <translation>Kytke se uudelleen tai valitse toinen. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>The camera gives no picture: {name}.</source>
        <translation>Kamerasta ei tule kuvaa: {name}.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and see that the computer lets this program use the camera. It starts by itself. Until then, type or scan.</source>
        <translation>Sulje muut kameraa käyttävät ohjelmat ja tarkista, että tietokone sallii kameran käytön tälle ohjelmalle. Kamera käynnistyy itsestään. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>This computer does not let the program use the camera.</source>
        <translation>Tietokone ei salli kameran käyttöä tälle ohjelmalle.</translation>
    </message>
    <message>
        <source>Allow it in the computer&apos;s settings, or ask your IT support. Until then, type or scan.</source>
        <translation>Salli se tietokoneen asetuksista tai kysy IT-tuelta. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>There is no picture to show in {path}.</source>
        <translation>Kuvaa ei löydy: {path}.</translation>
    </message>
    <message>
        <source>Give a video, or a folder with PNG, JPEG or WebP pictures.</source>
        <translation>Anna video tai kansio, jossa on PNG-, JPEG- tai WebP-kuvia.</translation>
    </message>
    <message>
        <source>The program&apos;s font is missing: {path}.</source>
        <translation>Ohjelman fontti puuttuu: {path}.</translation>
    </message>
    <message>
        <source>Install the program again; what was recorded is kept.</source>
        <translation>Asenna ohjelma uudelleen; kirjatut käynnit säilyvät.</translation>
    </message>
    <message>
        <source>This is no picture that can be read, or it is broken: {path}.</source>
        <translation>Kuvaa ei voi lukea, tai se on vioittunut: {path}.</translation>
    </message>
    <message>
        <source>Take it again, or save it as PNG or JPEG.</source>
        <translation>Ota kuva uudelleen tai tallenna se PNG- tai JPEG-muodossa.</translation>
    </message>
    <message>
        <source>The picture is too large: {path}.</source>
        <translation>Kuva on liian suuri: {path}.</translation>
    </message>
    <message>
        <source>Shrink it to {most} megapixels at most, or cut the code out.</source>
        <translation>Pienennä kuva enintään {most} megapikseliin tai rajaa siitä pelkkä koodi.</translation>
    </message>
    <message>
        <source>The help is missing.</source>
        <translation>Ohje puuttuu.</translation>
    </message>
    <message>
        <source>The address of the register is missing.</source>
        <translation>Kaikukannan osoite puuttuu.</translation>
    </message>
    <message>
        <source>Give it with --api, or in the policy of this machine.</source>
        <translation>Anna se valinnalla --api tai tämän koneen käytäntötiedostossa.</translation>
    </message>
    <message>
        <source>An activation code is missing.</source>
        <translation>Aktivointikoodi puuttuu.</translation>
    </message>
    <message>
        <source>Give it with --code, or in a file with --code-file.</source>
        <translation>Anna se valinnalla --code tai tiedostossa valinnalla --code-file.</translation>
    </message>
    <message>
        <source>Others can read the file with the activation code: {path}.</source>
        <translation>Muutkin voivat lukea tiedoston, jossa aktivointikoodi on: {path}.</translation>
    </message>
    <message>
        <source>It was not used. Let only the desk&apos;s own user read it: mode 600.</source>
        <translation>Koodia ei käytetty. Salli luku vain luukun omalle käyttäjälle: oikeudet 600.</translation>
    </message>
    <message>
        <source>The policy of this machine cannot be used: {path}.</source>
        <translation>Tämän koneen käytäntötiedostoa ei voi käyttää: {path}.</translation>
    </message>
    <message>
        <source>Ask your IT support to mend the file: {reason}.</source>
        <translation>Pyydä IT-tukea korjaamaan tiedosto: {reason}.</translation>
    </message>
    <message>
        <source>The PIN needs at least {shortest} characters.</source>
        <translation>PIN-koodissa on oltava vähintään {shortest} merkkiä.</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>Valitse pidempi.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>PIN-koodi on väärä.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Yritä uudelleen.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Liian monta väärää PIN-koodia.</translation>
    </message>
    <message>
        <source>Wait {seconds} s and try again.</source>
        <translation>Odota {seconds} s ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>A PIN is set, and this command shows or changes visits.</source>
        <translation>PIN-koodi on käytössä, ja tämä komento näyttää tai muuttaa kirjauksia.</translation>
    </message>
    <message>
        <source>Type the PIN when asked, or give it by --pin-file FILE.</source>
        <translation>Anna PIN-koodi, kun sitä kysytään, tai valitsimella --pin-file TIEDOSTO.</translation>
    </message>
    <message>
        <source>Others can read the file with the PIN: {path}.</source>
        <translation>Muut voivat lukea tiedoston, jossa PIN-koodi on: {path}.</translation>
    </message>
    <message>
        <source>Make it readable for its owner alone (chmod 600).</source>
        <translation>Salli lukeminen vain tiedoston omistajalle (chmod 600).</translation>
    </message>
    <message>
        <source>Only an administrator of this computer may remove the PIN.</source>
        <translation>Vain tämän tietokoneen ylläpitäjä voi poistaa PIN-koodin.</translation>
    </message>
    <message>
        <source>Run the command as somebody who may write {path}, or let an administrator create the empty file {slip} and run the command within 15 minutes.</source>
        <translation>Aja komento käyttäjänä, jolla on oikeus kirjoittaa tiedostoon {path}, tai pyydä ylläpitäjää luomaan tyhjä tiedosto {slip} ja aja komento 15 minuutin kuluessa.</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>Tulostus ei onnistunut.</translation>
    </message>
    <message>
        <source>Look whether it is on, or save the form as PDF.</source>
        <translation>Tarkista, että tulostin on päällä, tai tallenna lomake PDF-tiedostona.</translation>
    </message>
    <message>
        <source>This row was recorded or put away meanwhile.</source>
        <translation>Tämä rivi on jo kirjattu tai poistettu.</translation>
    </message>
    <message>
        <source>The page of visits shows what is recorded.</source>
        <translation>Kirjatut käynnit näkyvät sivulla Käynnit.</translation>
    </message>
    <message>
        <source>That is not a key: a key is 64 digits and letters from a to f.</source>
        <translation>Tämä ei ole avain: avaimessa on 64 merkkiä, numeroita ja kirjaimia a–f.</translation>
    </message>
    <message>
        <source>Copy it whole, and try again. Nothing was changed.</source>
        <translation>Kopioi se kokonaan ja yritä uudelleen. Mitään ei muutettu.</translation>
    </message>
    <message>
        <source>It is another key, or the file is damaged from end to end. Nothing was overwritten. Put back the key with restore-key, or enrol again with --set-aside: the old data is kept.</source>
        <translation>Avain on väärä, tai tiedosto on kokonaan vioittunut. Mitään ei muutettu. Palauta avain komennolla restore-key tai ota luukku uudelleen käyttöön valinnalla --set-aside: vanhat tiedot säilyvät.</translation>
    </message>
    <message>
        <source>This desk has no register yet.</source>
        <translation>Tällä luukulla ei ole vielä rekisteriä.</translation>
    </message>
    <message>
        <source>No file was written. Fetch the register first, or use another desk.</source>
        <translation>Tiedostoa ei kirjoitettu. Hae ensin rekisteri tai käytä toista luukkua.</translation>
    </message>
    <message>
        <source>This register cannot be passed on: no other desk could verify it.</source>
        <translation>Tätä rekisteriä ei voi viedä toiselle luukulle: se ei voisi tarkistaa sitä.</translation>
    </message>
    <message>
        <source>No file was written. Send and fetch once; if that does not help, the register is of an older version.</source>
        <translation>Tiedostoa ei kirjoitettu. Lähetä ja hae kerran. Jos se ei auta, Kaikukannan versio on vanhempi.</translation>
    </message>
    <message>
        <source>The cards in the file are not the ones that were signed.</source>
        <translation>Tiedoston kortit eivät ole ne, jotka Kaikukanta on allekirjoittanut.</translation>
    </message>
    <message>
        <source>Nothing was changed. Have a new file written at a desk that has a connection.</source>
        <translation>Mitään ei muutettu. Tee uusi tiedosto luukulla, jolla on yhteys.</translation>
    </message>
    <message>
        <source>The register in the file is older than the one at this desk.</source>
        <translation>Tiedoston rekisteri on vanhempi kuin tämän luukun rekisteri.</translation>
    </message>
    <message>
        <source>The file belongs to another register than this desk.</source>
        <translation>Tiedosto on toisesta Kaikukannasta kuin tämä luukku.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use a file from a desk that is enrolled as this one is.</source>
        <translation>Mitään ei muutettu. Käytä tiedostoa luukulta, joka on otettu käyttöön samassa Kaikukannassa.</translation>
    </message>
</context>
<context>
    <name>FeeField</name>
    <message>
        <source>What the fee is, in euros</source>
        <translation>Maksu euroina</translation>
    </message>
    <message>
        <source>As in 60 or 37,50</source>
        <translation>Esimerkiksi 60 tai 37,50</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>All others</source>
        <translation>Kaikki muut</translation>
    </message>
    <message>
        <source>Most: {bar}. The table beside has every number.</source>
        <translation>Eniten: {bar}. Kaikki luvut ovat viereisessä taulukossa.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tässä kuussa</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Viime kuussa</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Tänä vuonna</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>Lukuvuosi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Koko ajalta</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Valitse aikaväli</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Päivittäin</translation>
    </message>
    <message>
        <source>By offer</source>
        <translation>Tarjonnan mukaan</translation>
    </message>
    <message>
        <source>By sector</source>
        <translation>Toimialoittain</translation>
    </message>
    <message>
        <source>By venue</source>
        <translation>Kohteittain</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tarjonta</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Toimiala</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Kohde</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Liput</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Käynnit</translation>
    </message>
    <message>
        <source>Tickets by venue</source>
        <translation>Liput kohteittain</translation>
    </message>
    <message>
        <source>Visits by venue</source>
        <translation>Käynnit kohteittain</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Aikuiset</translation>
    </message>
    <message>
        <source>Minors</source>
        <translation>Alaikäiset</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>Avustajat</translation>
    </message>
    <message>
        <source>An offer that this desk does not know</source>
        <translation>Tuntematon tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>All desks of the venue</source>
        <translation>Kohteen kaikki luukut</translation>
    </message>
    <message>
        <source>All visits on record</source>
        <translation>Kaikki kirjatut käynnit</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>{first} and after</source>
        <translation>{first} alkaen</translation>
    </message>
    <message>
        <source>{last} and before</source>
        <translation>{last} asti</translation>
    </message>
    <message>
        <source>The register has accepted all of these visits.</source>
        <translation>Kaikukanta on hyväksynyt kaikki nämä käynnit.</translation>
    </message>
    <message>
        <source>Kaikukortti visits</source>
        <translation>Kaikukortti-käynnit</translation>
    </message>
    <message>
        <source>Made on {day} with Kaikuluukku</source>
        <translation>Laadittu {day} Kaikuluukulla</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Sivu {number}</translation>
    </message>
    <message>
        <source>Tickets by day</source>
        <translation>Liput päivittäin</translation>
    </message>
    <message>
        <source>Tickets by offer</source>
        <translation>Liput tarjonnan mukaan</translation>
    </message>
    <message>
        <source>Tickets by sector</source>
        <translation>Liput toimialoittain</translation>
    </message>
    <message>
        <source>Visits by day</source>
        <translation>Käynnit päivittäin</translation>
    </message>
    <message>
        <source>Visits by offer</source>
        <translation>Käynnit tarjonnan mukaan</translation>
    </message>
    <message>
        <source>Visits by sector</source>
        <translation>Käynnit toimialoittain</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tarjonta</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Koko tarjonta</translation>
    </message>
</context>
<context>
    <name>FirstRunOverlay</name>
    <message>
        <source>Step {place} of {count}</source>
        <translation>Vaihe {place}/{count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
</context>
<context>
    <name>FirstRunStep</name>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
</context>
<context>
    <name>Foreign</name>
    <message>
        <source>This is not a Kaikukortti: it is a web address</source>
        <translation>Tämä ei ole Kaikukortti vaan verkko-osoite</translation>
    </message>
    <message>
        <source>It was not opened. Scan the code on the card, or type its number.</source>
        <translation>Sitä ei avattu. Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it looks like a ticket</source>
        <translation>Tämä ei ole Kaikukortti vaan ilmeisesti lippu</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type its number.</source>
        <translation>Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it is the barcode of a product</source>
        <translation>Tämä ei ole Kaikukortti vaan tuotteen viivakoodi</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it is a personal identity code</source>
        <translation>Tämä ei ole Kaikukortti, vaan henkilötunnus</translation>
    </message>
    <message>
        <source>It was not kept. Scan the code on the card, or type its number.</source>
        <translation>Sitä ei tallennettu. Lue kortin koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>There are two cards before the camera</source>
        <translation>Kameran edessä on kaksi korttia</translation>
    </message>
    <message>
        <source>Neither was taken. Show one card at a time.</source>
        <translation>Kumpaakaan ei otettu. Näytä yksi kortti kerrallaan.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti</source>
        <translation>Tämä ei ole Kaikukortti</translation>
    </message>
    <message>
        <source>No code was found.</source>
        <translation>Koodia ei löytynyt.</translation>
    </message>
    <message>
        <source>Not sure. Take the picture again, nearer and in better light.</source>
        <translation>Ei varma. Ota kuva uudelleen lähempää ja paremmassa valossa.</translation>
    </message>
    <message>
        <source>This enrols a desk with the register at {address}.</source>
        <translation>Tällä koodilla luukku otetaan käyttöön. Kaikukannan osoite: {address}.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Sulje ohje</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>The same card was read again. It counts once.</source>
        <translation>Sama kortti luettiin uudelleen. Se lasketaan kerran.</translation>
    </message>
    <message>
        <source>The same card was read again. It was recorded just now, once.</source>
        <translation>Sama kortti luettiin uudelleen. Se kirjattiin vain kerran.</translation>
    </message>
    <message>
        <source>The card before this one was not recorded. Scan it again if it should be.</source>
        <translation>Edellistä korttia ei kirjattu. Lue se uudelleen, jos se pitää kirjata.</translation>
    </message>
    <message>
        <source>The card scanned meanwhile was not taken. Scan it again after this one.</source>
        <translation>Kirjauksen aikana luettu kortti jäi huomiotta. Lue se uudelleen tämän jälkeen.</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Lue kortti uudelleen</translation>
    </message>
    <message>
        <source>Perhaps not all of its characters came through.</source>
        <translation>Kaikki merkit eivät ehkä tulleet perille.</translation>
    </message>
    <message>
        <source>This is not a Kaikukortti: it is an enrolment code for a desk</source>
        <translation>Tämä ei ole Kaikukortti vaan luukun aktivointikoodi</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type its number.</source>
        <translation>Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>The register has this card without the last character, which only checks the others. Compare the number with the card.</source>
        <translation>Rekisterissä kortti on ilman viimeistä merkkiä, joka vain tarkistaa muut. Vertaa numeroa korttiin.</translation>
    </message>
    <message>
        <source>Is the keyboard set to another language? Letters may have changed places: compare the number with the card, and type it as it is printed.</source>
        <translation>Onko näppäimistön kieli vaihtunut? Kirjaimet ovat voineet vaihtaa paikkaa: vertaa numeroa korttiin ja kirjoita se niin kuin se on painettu.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Card {number}</source>
        <translation>Kortti {number}</translation>
    </message>
    <message>
        <source>from {desk}</source>
        <translation>luukulta {desk}</translation>
    </message>
    <message>
        <source>Note of {day}: {note}</source>
        <translation>Muistiinpano {day}: {note}</translation>
    </message>
    <message>
        <source>Sent again {sent}, refused again {refused}</source>
        <translation>Lähetetty uudelleen {sent}, hylätty taas {refused}</translation>
    </message>
    <message>
        <source>an offer that this desk does not know</source>
        <translation>tuntematon tapahtuma tai palvelu</translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>check, then record</source>
        <translation>tarkista, sitten kirjaa</translation>
    </message>
    <message>
        <source>clear the card</source>
        <translation>poista kortti näytöltä</translation>
    </message>
    <message>
        <source>two come along</source>
        <translation>kaksi tulee mukaan</translation>
    </message>
    <message>
        <source>choose the number of tickets</source>
        <translation>valitse lippujen määrä</translation>
    </message>
    <message>
        <source>undo the last record</source>
        <translation>kumoa viimeisin kirjaus</translation>
    </message>
    <message>
        <source>camera on or off</source>
        <translation>kamera päälle tai pois</translation>
    </message>
    <message>
        <source>choose one of the events and services at hand</source>
        <translation>valitse tapahtuma tai palvelu ruuduista</translation>
    </message>
    <message>
        <source>choose among all events and services</source>
        <translation>valitse kaikista tapahtumista ja palveluista</translation>
    </message>
    <message>
        <source>a group begins, or is complete</source>
        <translation>aloita tai lopeta ryhmä</translation>
    </message>
    <message>
        <source>express on or off</source>
        <translation>pikakirjaus päälle tai pois</translation>
    </message>
    <message>
        <source>lock the window</source>
        <translation>lukitse ikkuna</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>tämä luettelo</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Welcome to Kaikuluukku</source>
        <translation>Tervetuloa Kaikuluukkuun</translation>
    </message>
    <message>
        <source>This computer becomes a ticket window for the Kaikukortti in a few minutes. First: which language do you work in? It can be changed at any time.</source>
        <translation>Tästä tietokoneesta tulee Kaikukortin lippuluukku muutamassa minuutissa. Ensin: millä kielellä työskentelet? Kielen voi vaihtaa milloin tahansa.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>There is no PIN to lock with. Set one in the settings, under Lock.</source>
        <translation>Lukitsemiseen tarvitaan PIN-koodi. Aseta se asetuksissa kohdassa Lukitus.</translation>
    </message>
</context>
<context>
    <name>LockPart</name>
    <message>
        <source>Lock</source>
        <translation>Lukitus</translation>
    </message>
    <message>
        <source>With a PIN the window is locked at the start, when nobody has touched it for a while, and at once by Ctrl+L. That keeps out a passer-by, not a thief who has the computer&apos;s disk.</source>
        <translation>PIN-koodin kanssa ikkuna on lukossa käynnistettäessä ja lukittuu, kun siihen ei ole koskettu hetkeen, tai heti, kun painat Ctrl+L. Lukitus pitää ohikulkijan loitolla, mutta ei varasta, jolla on tietokoneen levy.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Uusi PIN-koodi</translation>
    </message>
    <message>
        <source>At least 4 characters.</source>
        <translation>Vähintään 4 merkkiä.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>PIN-koodi uudelleen</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Aseta PIN-koodi</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Lukitse käyttämättömänä</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Lukitse nyt</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN-koodi</translation>
    </message>
    <message>
        <source>Asked for before it is removed.</source>
        <translation>Kysytään ennen poistamista.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Poista PIN-koodi</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Koodit eivät ole samat.</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>PIN-koodi on asetettu.</translation>
    </message>
    <message>
        <source>The PIN is removed.</source>
        <translation>PIN-koodi on poistettu.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Lukittu</translation>
    </message>
    <message>
        <source>Unlock first, then scan the card.</source>
        <translation>Avaa ensin lukitus ja lue sitten kortti.</translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation>Ikkuna on lukittu</translation>
    </message>
    <message>
        <source>What was recorded is safe, and goes on being sent. Type the PIN to go on.</source>
        <translation>Kirjatut käynnit ovat tallessa, ja niiden lähetys jatkuu. Jatka kirjoittamalla PIN-koodi.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN-koodi</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Avaa lukitus</translation>
    </message>
    <message>
        <source>Forgotten? An administrator of this computer removes it: {command}</source>
        <translation>Unohditko PIN-koodin? Tietokoneen ylläpitäjä voi poistaa sen: {command}</translation>
    </message>
    <message>
        <source>The lock keeps out a passer-by, not a thief who has the computer&apos;s disk.</source>
        <translation>Lukitus pitää loitolla ohikulkijan, ei varasta, jolla on tietokoneen levy.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n thing(s) need a hand</source>
        <translation>
            <numerusform>%n selvitettävä</numerusform>
            <numerusform>%n selvitettävää</numerusform>
        </translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sivut</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lukitse</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Put this message away</source>
        <translation>Piilota viesti</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n unsent item(s) taken in from data that was set aside.</source>
        <translation>
            <numerusform>%n lähettämätön kirjaus otettiin mukaan talteen siirretyistä tiedoista.</numerusform>
            <numerusform>%n lähettämätöntä kirjausta otettiin mukaan talteen siirretyistä tiedoista.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) saved.</source>
        <translation>
            <numerusform>%n käynti pelastettiin.</numerusform>
            <numerusform>%n käyntiä pelastettiin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded item(s) could not be saved.</source>
        <translation>
            <numerusform>%n kirjausta ei voitu pelastaa.</numerusform>
            <numerusform>%n kirjausta ei voitu pelastaa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) in the settings file could not be understood.</source>
        <translation>
            <numerusform>Asetustiedostossa on %n asetus, jota ei ymmärretty.</numerusform>
            <numerusform>Asetustiedostossa on %n asetusta, joita ei ymmärretty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) came from the operation log; they wait to be sent.</source>
        <translation>
            <numerusform>%n kirjaus saatiin kirjauslokista; se odottaa lähetystä.</numerusform>
            <numerusform>%n kirjausta saatiin kirjauslokista; ne odottavat lähetystä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register too old: %n day(s)</source>
        <translation>
            <numerusform>Rekisteri liian vanha: %n päivä</numerusform>
            <numerusform>Rekisteri liian vanha: %n päivää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n day(s) old</source>
        <translation>
            <numerusform>Rekisteri %n päivän vanha</numerusform>
            <numerusform>Rekisteri %n päivää vanha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n hour(s) old</source>
        <translation>
            <numerusform>Rekisteri %n tunnin vanha</numerusform>
            <numerusform>Rekisteri %n tuntia vanha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n odottaa lähetystä</numerusform>
            <numerusform>%n odottaa lähetystä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) written.</source>
        <translation>
            <numerusform>%n käynti on tallennettu.</numerusform>
            <numerusform>%n käyntiä on tallennettu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to the file.</source>
        <translation>
            <numerusform>%n kirjaus on tiedostossa.</numerusform>
            <numerusform>%n kirjausta on tiedostossa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) taken in. They are sent with the next sync.</source>
        <translation>
            <numerusform>%n kirjaus on tuotu. Se lähetetään seuraavalla kerralla.</numerusform>
            <numerusform>%n kirjausta on tuotu. Ne lähetetään seuraavalla kerralla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were here before.</source>
        <translation>
            <numerusform>%n kirjaus oli täällä jo ennestään.</numerusform>
            <numerusform>%n kirjausta oli täällä jo ennestään.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeBand</name>
    <message>
        <source>A scan records the holder&apos;s ticket at once; Ctrl+Z takes it back.</source>
        <translation>Kun kortti luetaan, haltijan lippu kirjataan heti. Ctrl+Z kumoaa.</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Pikakirjaus</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>Scan the group&apos;s cards one after another, and record each.</source>
        <translation>Lue ryhmän kortit yksi kerrallaan ja kirjaa jokainen.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n kortti</numerusform>
            <numerusform>%n korttia</numerusform>
        </translation>
    </message>
    <message>
        <source>Group: {cards}</source>
        <translation>Ryhmä: {cards}</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Express</source>
        <translation>Pikakirjaus</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>Begin a group</source>
        <translation>Aloita ryhmä</translation>
    </message>
    <message>
        <source>Group is complete</source>
        <translation>Ryhmä valmis</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The register here has not been renewed lately.</source>
        <translation>Rekisteriä ei ole päivitetty hiljattain.</translation>
    </message>
    <message>
        <source>Used today {earlier}.</source>
        <translation>Käytetty tänään {earlier}.</translation>
    </message>
    <message>
        <source>Few Kaikukortti tickets are left.</source>
        <translation>Kaikukortti-lippuja on jäljellä vähän.</translation>
    </message>
    <message>
        <source>The clock of this computer looks wrong. Check the date and the time.</source>
        <translation>Tietokoneen kello on ehkä väärässä. Tarkista päivä ja kellonaika.</translation>
    </message>
    <message>
        <source>This card already has tickets to this, given {earlier}.</source>
        <translation>Kortilla on jo lippuja tähän, annettu {earlier}.</translation>
    </message>
    <message>
        <source>The holder pays {amount} for each ticket.</source>
        <translation>Haltija maksaa {amount} kustakin lipusta.</translation>
    </message>
    <message>
        <source>Ask what the fee is, and type it in.</source>
        <translation>Kysy, paljonko maksu on, ja kirjoita se.</translation>
    </message>
    <message>
        <source>Today is the card&apos;s last valid day.</source>
        <translation>Tänään on kortin viimeinen voimassaolopäivä.</translation>
    </message>
    <message>
        <source>The event is after the card&apos;s last valid day.</source>
        <translation>Tapahtuma on kortin viimeisen voimassaolopäivän jälkeen.</translation>
    </message>
    <message>
        <source>An assistant or interpreter still gets a ticket.</source>
        <translation>Avustaja tai tulkki saa silti lipun.</translation>
    </message>
    <message>
        <source>The chosen event is already over.</source>
        <translation>Valittu tapahtuma on jo ohi.</translation>
    </message>
</context>
<context>
    <name>OfferChooser</name>
    <message>
        <source>What are you selling?</source>
        <translation>Valitse tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Sulje luettelo</translation>
    </message>
    <message>
        <source>Search by name or place</source>
        <translation>Hae nimellä tai paikalla</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Tarjonta</translation>
    </message>
    <message>
        <source>Nothing is found by these words.</source>
        <translation>Ei hakutuloksia.</translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Change the offer</source>
        <translation>Muuta tietoja</translation>
    </message>
    <message>
        <source>Withdraw the offer</source>
        <translation>Poista tarjonnasta</translation>
    </message>
    <message>
        <source>Take it off the list? Its visits stay and count.</source>
        <translation>Poistetaanko tämä tarjonnasta? Sen käynnit säilyvät ja lasketaan.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Älä poista</translation>
    </message>
    <message>
        <source>Choose at the ticket window</source>
        <translation>Valitse lippuluukulle</translation>
    </message>
    <message>
        <source>Chosen at the ticket window</source>
        <translation>Valittuna lippuluukulla</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Shorter, please: at most 200 characters.</source>
        <translation>Lyhennä: enintään 200 merkkiä.</translation>
    </message>
    <message>
        <source>Write a time after the beginning, as in 21.30, or a later day.</source>
        <translation>Kirjoita alkua myöhempi kellonaika, esimerkiksi 21.30, tai myöhempi päivä.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Kirjoita kokonaisluku.</translation>
    </message>
    <message>
        <source>Write an amount in euros, as in 25 or 12,50.</source>
        <translation>Kirjoita summa euroina, esimerkiksi 25 tai 12,50.</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>Write the hour and the minutes, as in 18.30.</source>
        <translation>Kirjoita tunnit ja minuutit, esimerkiksi 18.30.</translation>
    </message>
    <message>
        <source>The offer needs a name in Finnish.</source>
        <translation>Anna nimi suomeksi.</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>Lisää tarjontaan</translation>
    </message>
    <message>
        <source>Change the offer</source>
        <translation>Muuta tietoja</translation>
    </message>
    <message>
        <source>It can be sold here at once. The register hears of it by itself.</source>
        <translation>Siihen voi antaa lippuja heti. Tieto menee Kaikukantaan itsestään.</translation>
    </message>
    <message>
        <source>Name in Finnish</source>
        <translation>Nimi suomeksi</translation>
    </message>
    <message>
        <source>Name in Swedish</source>
        <translation>Nimi ruotsiksi</translation>
    </message>
    <message>
        <source>If it has one</source>
        <translation>Jos sellainen on</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nimi englanniksi</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>As in 9.3.2027</source>
        <translation>Esimerkiksi 9.3.2027</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Alkaa</translation>
    </message>
    <message>
        <source>As in 18.30</source>
        <translation>Esimerkiksi 18.30</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>A hall or an address, if needed</source>
        <translation>Sali tai osoite, jos tarpeen</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Sector in the statistics</source>
        <translation>Toimiala tilastoon</translation>
    </message>
    <message>
        <source>Children under {age} may come along</source>
        <translation>Alle {age}-vuotiaat lapset voivat tulla mukaan</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Päättyy</translation>
    </message>
    <message>
        <source>As in 21.30, or a day</source>
        <translation>Esimerkiksi 21.30, tai päivä</translation>
    </message>
    <message>
        <source>Kaikukortti tickets in all</source>
        <translation>Kaikukortti-lippuja yhteensä</translation>
    </message>
    <message>
        <source>Leave it empty where there is no quota</source>
        <translation>Jätä tyhjäksi, jos määrää ei ole rajattu</translation>
    </message>
    <message>
        <source>Leave it empty where there is no limit</source>
        <translation>Jätä tyhjäksi, jos rajaa ei ole</translation>
    </message>
    <message>
        <source>How often one card may come</source>
        <translation>Käyttökertoja korttia kohti</translation>
    </message>
    <message>
        <source>How many days or months</source>
        <translation>Montako päivää tai kuukautta</translation>
    </message>
    <message>
        <source>How often to any course of the venue</source>
        <translation>Kursseja korttia kohti, kaikki kurssit yhteensä</translation>
    </message>
    <message>
        <source>What a ticket is worth</source>
        <translation>Lipun tai paikan hinta</translation>
    </message>
    <message>
        <source>Euros, as in 60</source>
        <translation>Euroina, esimerkiksi 60</translation>
    </message>
    <message>
        <source>What the venue gives of it</source>
        <translation>Kohteen osuus enintään</translation>
    </message>
    <message>
        <source>The holder pays the rest</source>
        <translation>Haltija maksaa loput</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>The fee is asked for at the counter</source>
        <translation>Maksu kysytään luukulla</translation>
    </message>
    <message>
        <source>Add the offer</source>
        <translation>Lisää tarjontaan</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Tallenna muutokset</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Whose offer it is</source>
        <translation>Minkä kohteen tarjontaa</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Event or service</source>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Choose the event or service</source>
        <translation>Valitse tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Ei vielä valittu</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>The tickets set aside for Kaikukortti have been given.</source>
        <translation>Kaikukortille varatut liput on annettu.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) left of {total}</source>
        <translation>
            <numerusform>%n lippu jäljellä, kaikkiaan {total}</numerusform>
            <numerusform>%n lippua jäljellä, kaikkiaan {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) in all</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta kaikkiaan</numerusform>
            <numerusform>Korttia kohti: %n kertaa kaikkiaan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a day</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta päivässä</numerusform>
            <numerusform>Korttia kohti: %n kertaa päivässä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a calendar year</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta kalenterivuodessa</numerusform>
            <numerusform>Korttia kohti: %n kertaa kalenterivuodessa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a school year</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta lukuvuodessa</numerusform>
            <numerusform>Korttia kohti: %n kertaa lukuvuodessa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s) a term</source>
        <translation>
            <numerusform>Korttia kohti %n kerta lukukaudessa</numerusform>
            <numerusform>Korttia kohti %n kertaa lukukaudessa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each card: %n time(s)</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta</numerusform>
            <numerusform>Korttia kohti: %n kertaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>%n päivän aikana</numerusform>
            <numerusform>%n päivän aikana</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>%n kuukauden aikana</numerusform>
            <numerusform>%n kuukauden aikana</numerusform>
        </translation>
    </message>
    <message>
        <source>all courses of the venue together</source>
        <translation>kohteen kaikki kurssit yhteensä</translation>
    </message>
    <message>
        <source>The fee is asked for; the holder pays what exceeds {amount}.</source>
        <translation>Maksu kysytään; haltija maksaa sen, mikä ylittää {amount}.</translation>
    </message>
    <message>
        <source>Free for the holder.</source>
        <translation>Haltijalle maksuton.</translation>
    </message>
    <message>
        <source>The holder pays {amount}.</source>
        <translation>Haltija maksaa {amount}.</translation>
    </message>
    <message>
        <source>Children and grandchildren under {age} may come along.</source>
        <translation>Alle {age}-vuotiaat lapset ja lapsenlapset pääsevät mukaan.</translation>
    </message>
    <message>
        <source>No children&apos;s tickets.</source>
        <translation>Lapsille ei anneta lippuja.</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>Open without a date</source>
        <translation>Ilman päivämäärää</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Päättyneet</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>loppuunmyyty</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>peruttu</translation>
    </message>
    <message>
        <source>{left} of {total} tickets left</source>
        <translation>lippuja jäljellä {left}/{total}</translation>
    </message>
    <message>
        <source>Coming days</source>
        <translation>Tulevina päivinä</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Tapahtuma</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurssi</translation>
    </message>
    <message>
        <source>Always open</source>
        <translation>Jatkuva palvelu</translation>
    </message>
    <message>
        <source>Culture</source>
        <translation>Kulttuuri</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Koulutus</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>Tiede</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Liikunta</translation>
    </message>
    <message>
        <source>Tickets can be given.</source>
        <translation>Lippuja voi antaa.</translation>
    </message>
    <message>
        <source>Sold out: there are no free tickets to a sold-out event.</source>
        <translation>Loppuunmyyty: loppuunmyytyyn tapahtumaan ei saa maksuttomia lippuja.</translation>
    </message>
    <message>
        <source>Cancelled: no tickets are given.</source>
        <translation>Peruttu: lippuja ei anneta.</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Lippuja annetaan</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Loppuunmyyty</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Yhteensä</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Päivässä</translation>
    </message>
    <message>
        <source>A calendar year</source>
        <translation>Kalenterivuodessa</translation>
    </message>
    <message>
        <source>A school year</source>
        <translation>Lukuvuodessa</translation>
    </message>
    <message>
        <source>A term</source>
        <translation>Lukukaudessa</translation>
    </message>
    <message>
        <source>So many days</source>
        <translation>Päivien aikana</translation>
    </message>
    <message>
        <source>So many calendar months</source>
        <translation>Kalenterikuukausien aikana</translation>
    </message>
    <message>
        <source>Added here; waits to be sent.</source>
        <translation>Lisätty täällä; odottaa lähetystä.</translation>
    </message>
    <message>
        <source>Added here; on its way to the register.</source>
        <translation>Lisätty täällä; matkalla Kaikukantaan.</translation>
    </message>
    <message>
        <source>Added here; the register has it.</source>
        <translation>Lisätty täällä; on Kaikukannassa.</translation>
    </message>
    <message>
        <source>Added here; the register refused it. The inbox tells why.</source>
        <translation>Lisätty täällä; Kaikukanta ei hyväksynyt sitä. Syy näkyy sivulla Selvitettävät.</translation>
    </message>
    <message>
        <source>Added here; withdrawn.</source>
        <translation>Lisätty täällä; peruttu.</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>Offers</source>
        <translation>Tarjonta</translation>
    </message>
    <message>
        <source>Withdrawn: {name}</source>
        <translation>Poistettu tarjonnasta: {name}</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>Lisätty: {name}</translation>
    </message>
    <message>
        <source>Changed: {name}</source>
        <translation>Muutettu: {name}</translation>
    </message>
    <message>
        <source>Only {sectors}: {count} of {total} offers.</source>
        <translation>Vain {sectors}: {count}/{total} näkyvissä.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Näytä kaikki</translation>
    </message>
    <message>
        <source>Other words may find it, or no filter.</source>
        <translation>Kokeile muita sanoja tai poista suodatus.</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Ei hakutuloksia</translation>
    </message>
    <message>
        <source>They come from the register. An offer of your own can be added.</source>
        <translation>Tarjonta tulee Kaikukannasta. Voit lisätä myös oman tapahtuman tai palvelun.</translation>
    </message>
    <message>
        <source>No offers yet</source>
        <translation>Ei vielä tarjontaa</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Hae nyt</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>Lisää tarjontaan</translation>
    </message>
    <message>
        <source>Search by name or place</source>
        <translation>Hae nimellä tai paikalla</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Suodata</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the ticket window…</source>
        <translation>Lippuluukkua avataan…</translation>
    </message>
    <message>
        <source>Mending damaged data, please wait. This can take some minutes.</source>
        <translation>Vioittuneita tietoja korjataan, odota hetki. Tämä voi kestää muutaman minuutin.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Scan a card or type its number</source>
        <translation>Lue kortti tai kirjoita sen numero</translation>
    </message>
    <message>
        <source>Then press Enter. You see at once what to hand out.</source>
        <translation>Paina sitten Enter. Näet heti, mitkä liput annetaan.</translation>
    </message>
    <message>
        <source>Press Enter to check the card</source>
        <translation>Tarkista kortti painamalla Enter</translation>
    </message>
    <message>
        <source>Escape clears the number.</source>
        <translation>Esc tyhjentää numeron.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Tarkistetaan…</translation>
    </message>
    <message>
        <source>The card is not in this desk&apos;s register. The central register is being asked.</source>
        <translation>Korttia ei ole tämän luukun rekisterissä. Sitä kysytään Kaikukannasta.</translation>
    </message>
    <message>
        <source>Kaikukanta does not know this card</source>
        <translation>Kaikukanta ei tunne tätä korttia</translation>
    </message>
    <message>
        <source>It was asked just now. Check the number against the card: it may be mistyped.</source>
        <translation>Sitä kysyttiin juuri. Vertaa numeroa korttiin: siinä voi olla virhe.</translation>
    </message>
    <message>
        <source>If the number is right, the visit can be recorded by the day printed on the card; the register may refuse it afterwards, though the tickets are given.</source>
        <translation>Jos numero on oikein, käynti voidaan kirjata korttiin painetun päivän mukaan. Kirjaus voidaan hylätä myöhemmin, vaikka liput on jo annettu.</translation>
    </message>
    <message>
        <source>Nobody could be asked: the central register does not answer. Check the number. If it is right, the visit can be recorded by the day printed on the card, and may be refused later.</source>
        <translation>Ketään ei voitu kysyä: Kaikukanta ei vastaa. Tarkista numero. Jos se on oikein, käynti voidaan kirjata korttiin painetun päivän mukaan, mutta kirjaus voidaan hylätä myöhemmin.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Avataan luukkua…</translation>
    </message>
    <message>
        <source>There is nothing to sell yet</source>
        <translation>Tarjontaa ei vielä ole</translation>
    </message>
    <message>
        <source>Offers come from the register. Connect this computer to the internet and wait a moment; if none come, ask Kaikukeskus whether your offers are in the register.</source>
        <translation>Tarjonta haetaan Kaikukannasta. Yhdistä tietokone internetiin ja odota hetki. Jos mitään ei tule, kysy Kaikukeskukselta, onko tarjontanne Kaikukannassa.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Kirjaus kumottu</translation>
    </message>
    <message>
        <source>It can be put back until the day&apos;s end.</source>
        <translation>Kirjauksen voi palauttaa tämän päivän aikana.</translation>
    </message>
    <message>
        <source>Recorded again</source>
        <translation>Kirjattu uudelleen</translation>
    </message>
    <message>
        <source>Ready for the next card.</source>
        <translation>Voit lukea seuraavan kortin.</translation>
    </message>
    <message>
        <source>Record by the printed day</source>
        <translation>Kirjaa painetun päivän mukaan</translation>
    </message>
    <message>
        <source>Check the number</source>
        <translation>Tarkista numero</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Tarkista uudelleen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Tarkista</translation>
    </message>
    <message>
        <source>Record: {tickets}</source>
        <translation>Kirjaa: {tickets}</translation>
    </message>
    <message>
        <source>{tickets} · {amount} to pay</source>
        <translation>{tickets} · maksettavaa {amount}</translation>
    </message>
    <message>
        <source>You may ask for proof of identity: an identity card, driving licence or passport.</source>
        <translation>Voit pyytää henkilötodistusta: henkilökorttia, ajokorttia tai passia.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Kirjataan…</translation>
    </message>
    <message>
        <source>Looking once more…</source>
        <translation>Katsotaan vielä kerran…</translation>
    </message>
    <message>
        <source>It was recorded at the scan. Ctrl+Z takes it back; scanned again, the card waits for Enter.</source>
        <translation>Kirjattiin heti, kun kortti luettiin. Ctrl+Z kumoaa. Jos luet kortin uudelleen, kirjaa se Enterillä.</translation>
    </message>
    <message>
        <source>The group is complete</source>
        <translation>Ryhmä on valmis</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Card number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Last valid day</source>
        <translation>Viimeinen päivä</translation>
    </message>
    <message>
        <source>Fee, euros</source>
        <translation>Maksu, euroa</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Tarkistetaan…</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Kirjataan…</translation>
    </message>
    <message>
        <source>Recorded: {tickets}</source>
        <translation>Kirjattu: {tickets}</translation>
    </message>
    <message>
        <source>Ready: {tickets}</source>
        <translation>Valmis: {tickets}</translation>
    </message>
    <message>
        <source>This card is there already for the same offer and day. Record it all the same?</source>
        <translation>Sama kortti on jo kirjattu tähän samana päivänä. Kirjataanko silti?</translation>
    </message>
    <message>
        <source>Key in the last day printed on the card.</source>
        <translation>Syötä korttiin painettu viimeinen voimassaolopäivä.</translation>
    </message>
    <message>
        <source>Write an amount in euros, as in 25 or 12,50.</source>
        <translation>Kirjoita summa euroina, esimerkiksi 25 tai 12,50.</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
</context>
<context>
    <name>PaperEntryPanel</name>
    <message numerus="yes">
        <source>Record the %n ready row(s)</source>
        <translation>
            <numerusform>Kirjaa %n valmis rivi</numerusform>
            <numerusform>Kirjaa %n valmista riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Rivi {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were keyed for another offer or day, and stay so.</source>
        <translation>
            <numerusform>%n rivi on syötetty toiselle tapahtumalle, palvelulle tai päivälle. Se pysyy siellä.</numerusform>
            <numerusform>%n riviä on syötetty toiselle tapahtumalle, palvelulle tai päivälle. Ne pysyvät siellä.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them here</source>
        <translation>Siirrä tähän</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) recorded.</source>
        <translation>
            <numerusform>%n rivi kirjattu.</numerusform>
            <numerusform>%n riviä kirjattu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) need a look.</source>
        <translation>
            <numerusform>%n rivi on tarkistettava.</numerusform>
            <numerusform>%n riviä on tarkistettava.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the paper form</source>
        <translation>Paperilomakkeen rivit</translation>
    </message>
    <message>
        <source>Record this row all the same</source>
        <translation>Kirjaa tämä rivi silti</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Poista tämä rivi</translation>
    </message>
    <message>
        <source>Remove the row without recording it?</source>
        <translation>Poistetaanko rivi kirjaamatta sitä?</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Poista rivi</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Säilytä rivi</translation>
    </message>
    <message>
        <source>Put recorded rows away</source>
        <translation>Piilota kirjatut rivit</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Kaikukortti visits on paper</source>
        <translation>Kaikukortti-käynnit paperilla</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Kohde</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Päivämäärä</translation>
    </message>
    <message>
        <source>Look at the last valid day on the card: the day is included.</source>
        <translation>Katso kortista viimeinen voimassaolopäivä: kortti on voimassa vielä sinä päivänä.</translation>
    </message>
    <message>
        <source>One line for each card: the number letter by letter, and how many tickets of each kind.</source>
        <translation>Jokaiselle kortille oma rivi: numero merkki merkiltä ja lippujen määrät sarakkeisiin.</translation>
    </message>
    <message>
        <source>Holder, children and grandchildren under {age} go with a personal card; worker and clients under {community_age} with a community card. Assistants always enter free.</source>
        <translation>Haltija ja alle {age}-vuotiaat lapset ja lapsenlapset: henkilön kortti. Työntekijä ja alle {community_age}-vuotiaat asiakkaat: yhteisön kortti. Avustaja pääsee aina maksutta.</translation>
    </message>
    <message>
        <source>Key the lines in on the page Paper as soon as the computer works. Then destroy this form.</source>
        <translation>Syötä rivit ohjelman sivulla Paperilomake heti, kun tietokone toimii taas. Hävitä sitten tämä lomake.</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Last valid day on the card</source>
        <translation>Viimeinen voimassaolopäivä kortissa</translation>
    </message>
    <message>
        <source>Fee, euros</source>
        <translation>Maksu, euroa</translation>
    </message>
    <message>
        <source>Time and initials</source>
        <translation>Kellonaika ja nimikirjaimet</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Paper</source>
        <translation>Paperilomake</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>The form is for</source>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Choose what the form is for: {now}</source>
        <translation>Valitse lomakkeen tapahtuma tai palvelu: {now}</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>p.k.vvvv</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Ei vielä valittu</translation>
    </message>
    <message>
        <source>Key in forms</source>
        <translation>Kirjaa lomakkeelta</translation>
    </message>
    <message>
        <source>Print a form</source>
        <translation>Tulosta lomake</translation>
    </message>
    <message>
        <source>Day of the visits</source>
        <translation>Käyntien päivä</translation>
    </message>
</context>
<context>
    <name>PaperPrintPanel</name>
    <message>
        <source>The form is saved.</source>
        <translation>Lomake on tallennettu.</translation>
    </message>
    <message>
        <source>The form is on its way to the printer.</source>
        <translation>Lomake on matkalla tulostimeen.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Tallenna PDF-tiedostona</translation>
    </message>
    <message>
        <source>kaikukortti-form.pdf</source>
        <translation>kaikukortti-lomake.pdf</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Hetkinen…</translation>
    </message>
    <message numerus="yes">
        <source>Pages of %n line(s)</source>
        <translation>
            <numerusform>Sivuja, %n rivi sivulla</numerusform>
            <numerusform>Sivuja, %n riviä sivulla</numerusform>
        </translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>Lomakkeen kieli</translation>
    </message>
    <message>
        <source>The form as it will be printed</source>
        <translation>Lomakkeen esikatselu</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Tulosta…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Tallenna PDF…</translation>
    </message>
</context>
<context>
    <name>PrintedDayField</name>
    <message>
        <source>Last valid day printed on the card</source>
        <translation>Korttiin painettu viimeinen voimassaolopäivä</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>p.k.vvvv</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stop</source>
        <translation>Keskeytä</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Jäljellä noin %n minuutti</numerusform>
            <numerusform>Jäljellä noin %n minuuttia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>Jäljellä noin %n sekunti</numerusform>
            <numerusform>Jäljellä noin %n sekuntia</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadersPart</name>
    <message>
        <source>Scanner and camera</source>
        <translation>Lukija ja kamera</translation>
    </message>
    <message>
        <source>Scan any card on this page: nothing is checked or recorded here.</source>
        <translation>Lue tällä sivulla mikä tahansa kortti: täällä mitään ei tarkisteta eikä kirjata.</translation>
    </message>
</context>
<context>
    <name>RecentVisitLine</name>
    <message>
        <source>Recorded {time}</source>
        <translation>Kirjattu klo {time}</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Kumotaan…</translation>
    </message>
    <message>
        <source>Taken back {time}</source>
        <translation>Kumottu klo {time}</translation>
    </message>
    <message>
        <source>Putting it back…</source>
        <translation>Palautetaan…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Palauta</translation>
    </message>
    <message>
        <source>Put the last record back</source>
        <translation>Palauta viimeisin kirjaus</translation>
    </message>
    <message>
        <source>Undo the last record</source>
        <translation>Kumoa viimeisin kirjaus</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Not in the register</source>
        <translation>Korttia ei löydy rekisteristä</translation>
    </message>
    <message>
        <source>The card may be too new to be there yet. Check the number. If it is right, record the visit by the last day printed on the card.</source>
        <translation>Kortti voi olla niin uusi, ettei se ole vielä rekisterissä. Tarkista numero. Jos se on oikein, kirjaa korttiin painetun päivän mukaan.</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Kortti ei ole vielä voimassa</translation>
    </message>
    <message>
        <source>The card starts on a later day. It works from then on.</source>
        <translation>Kortti tulee voimaan myöhemmin ja käy siitä päivästä alkaen.</translation>
    </message>
    <message>
        <source>The card has run out</source>
        <translation>Kortin voimassaolo on päättynyt</translation>
    </message>
    <message>
        <source>A new card is given by the issuers of Kaikukortti.</source>
        <translation>Uuden kortin saa kortinjakajalta.</translation>
    </message>
    <message>
        <source>The card is out of use for now</source>
        <translation>Kortti on toistaiseksi pois käytöstä</translation>
    </message>
    <message>
        <source>The issuer of the card knows more and can help.</source>
        <translation>Kortinjakaja tietää asiasta lisää ja voi auttaa.</translation>
    </message>
    <message>
        <source>The card is no longer in use</source>
        <translation>Kortti on poistettu käytöstä</translation>
    </message>
    <message>
        <source>It may have been replaced by a new card. The issuer of the card can help.</source>
        <translation>Haltijalla voi olla uusi kortti. Kortinjakaja voi auttaa.</translation>
    </message>
    <message>
        <source>The card works in its own area only</source>
        <translation>Kortti käy vain omalla alueellaan</translation>
    </message>
    <message>
        <source>It belongs to a local pilot and cannot be used here.</source>
        <translation>Se kuuluu paikalliseen kokeiluun, eikä sitä voi käyttää täällä.</translation>
    </message>
    <message>
        <source>More children than the card has</source>
        <translation>Lapsia on enemmän kuin korttiin kuuluu</translation>
    </message>
    <message>
        <source>No children&apos;s tickets here</source>
        <translation>Tähän ei saa lasten lippuja</translation>
    </message>
    <message>
        <source>Not with this kind of card</source>
        <translation>Nämä liput eivät kuulu tälle kortille</translation>
    </message>
    <message>
        <source>The register tells how many children and grandchildren under {age} the card covers.</source>
        <translation>Rekisteri kertoo, montako alle {age}-vuotiasta lasta ja lapsenlasta korttiin kuuluu.</translation>
    </message>
    <message>
        <source>It is a course, or for adults alone. The others may get their tickets.</source>
        <translation>Tämä on kurssi tai vain aikuisille. Muut voivat saada lippunsa.</translation>
    </message>
    <message>
        <source>A personal card is for its holder and their children under {age}, a community card for the worker and clients under {community_age}.</source>
        <translation>Asiakkaan kortti on haltijalle ja hänen alle {age}-vuotiaille lapsilleen, yhteisön kortti työntekijälle ja alle {community_age}-vuotiaille asiakkaille.</translation>
    </message>
    <message>
        <source>No Kaikukortti tickets left</source>
        <translation>Kaikukortti-liput ovat loppuneet</translation>
    </message>
    <message>
        <source>The tickets set aside for Kaikukortti have been given.</source>
        <translation>Kaikukortille varatut liput on annettu.</translation>
    </message>
    <message>
        <source>The card has been used as often as it may</source>
        <translation>Kortin käyttökerrat tähän on käytetty</translation>
    </message>
    <message>
        <source>This offer is limited for each card. Offer another one.</source>
        <translation>Kortilla ei saa tähän enempää lippuja. Ehdota jotakin muuta.</translation>
    </message>
    <message>
        <source>The event is cancelled</source>
        <translation>Tapahtuma on peruttu</translation>
    </message>
    <message>
        <source>Choose another event at the top.</source>
        <translation>Valitse toinen tapahtuma (F2).</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Loppuunmyyty</translation>
    </message>
    <message>
        <source>There are no free tickets to a sold-out event.</source>
        <translation>Loppuunmyytyyn tapahtumaan ei anneta maksuttomia lippuja.</translation>
    </message>
    <message>
        <source>The register holds another record under the same id</source>
        <translation>Kaikukannassa on samalla tunnuksella toinen kirjaus</translation>
    </message>
    <message>
        <source>Record the visit again, and withdraw this one.</source>
        <translation>Kirjaa käynti uudelleen ja peru tämä kirjaus.</translation>
    </message>
    <message>
        <source>This cannot be recorded as it is</source>
        <translation>Tätä ei voi kirjata tällaisenaan</translation>
    </message>
    <message>
        <source>Check the number and the tickets: there is at least one.</source>
        <translation>Tarkista numero ja liput: lippuja on oltava vähintään yksi.</translation>
    </message>
    <message>
        <source>Too old to be judged</source>
        <translation>Liian vanha käsiteltäväksi</translation>
    </message>
    <message>
        <source>The register here is too old. Connect to the internet when you can.</source>
        <translation>Tämän tietokoneen rekisteri on liian vanha. Yhdistä internetiin, kun voit.</translation>
    </message>
    <message>
        <source>Children come together with the holder</source>
        <translation>Lapset tulevat haltijan kanssa</translation>
    </message>
    <message>
        <source>Add the holder&apos;s ticket: those under {age} go to the same event together.</source>
        <translation>Lisää haltijan lippu: alle {age}-vuotiaat käyvät samassa tapahtumassa haltijan kanssa.</translation>
    </message>
    <message>
        <source>Clients come together with the worker</source>
        <translation>Asiakkaat tulevat työntekijän kanssa</translation>
    </message>
    <message>
        <source>Add the worker&apos;s ticket: clients under {community_age} come with a worker.</source>
        <translation>Lisää työntekijän lippu: alle {community_age}-vuotiaat asiakkaat tulevat työntekijän kanssa.</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>The register does not have this card.</source>
        <translation>Korttia ei ole Kaikukannassa.</translation>
    </message>
    <message>
        <source>Look for a slip in the number, and correct it. If the number is right, send it again later: issuers register some cards afterwards.</source>
        <translation>Tarkista numero ja korjaa, jos siinä on näppäilyvirhe. Jos numero on oikein, lähetä kirjaus myöhemmin uudelleen: osa korteista rekisteröidään jälkikäteen.</translation>
    </message>
    <message>
        <source>The card was not valid yet on that day.</source>
        <translation>Kortti ei ollut vielä voimassa sinä päivänä.</translation>
    </message>
    <message>
        <source>Check the number and the day. If they are right, withdraw the visit.</source>
        <translation>Tarkista numero ja päivä. Jos ne ovat oikein, peru kirjaus.</translation>
    </message>
    <message>
        <source>The card had run out by that day.</source>
        <translation>Kortin voimassaolo oli päättynyt siihen päivään mennessä.</translation>
    </message>
    <message>
        <source>The card was out of use for a time.</source>
        <translation>Kortti oli tilapäisesti pois käytöstä.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit, or pass it on to Kaikukeskus.</source>
        <translation>Tarkista numero. Jos se on oikein, peru kirjaus tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The card was no longer in use.</source>
        <translation>Kortti ei ollut enää käytössä.</translation>
    </message>
    <message>
        <source>Check the number: the holder may have a new card. If it is right, withdraw the visit.</source>
        <translation>Tarkista numero: haltijalla voi olla uusi kortti. Jos numero on oikein, peru kirjaus.</translation>
    </message>
    <message>
        <source>The card works in its own area only.</source>
        <translation>Kortti käy vain omalla alueellaan.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit.</source>
        <translation>Tarkista numero. Jos se on oikein, peru kirjaus.</translation>
    </message>
    <message>
        <source>There were more children&apos;s tickets than the card has.</source>
        <translation>Lasten lippuja oli enemmän kuin korttiin kuuluu lapsia.</translation>
    </message>
    <message>
        <source>Correct the tickets to what was handed out.</source>
        <translation>Korjaa liput sen mukaan, mitä annettiin.</translation>
    </message>
    <message>
        <source>The offer has no children&apos;s tickets, or the holder&apos;s was missing.</source>
        <translation>Tähän ei saa lasten lippuja, tai haltijan lippu puuttui.</translation>
    </message>
    <message>
        <source>Correct the tickets or the offer.</source>
        <translation>Korjaa liput tai vaihda tapahtuma tai palvelu.</translation>
    </message>
    <message>
        <source>These tickets do not go with this kind of card.</source>
        <translation>Nämä liput eivät kuulu tällaiselle kortille.</translation>
    </message>
    <message>
        <source>Correct the tickets: a personal card or a community card, not both.</source>
        <translation>Korjaa liput: joko asiakkaan kortin liput tai yhteisön kortin liput, ei molempia.</translation>
    </message>
    <message>
        <source>The Kaikukortti tickets of this offer had run out.</source>
        <translation>Kaikukortti-liput olivat loppuneet.</translation>
    </message>
    <message>
        <source>Raise the number of tickets in the register and send it again, or withdraw the visit.</source>
        <translation>Lisää Kaikukortti-lippuja Kaikukannassa ja lähetä kirjaus uudelleen, tai peru se.</translation>
    </message>
    <message>
        <source>The card had been used as often as it may.</source>
        <translation>Korttia oli jo käytetty tähän niin monta kertaa kuin saa.</translation>
    </message>
    <message>
        <source>If another of its visits was a mistake, take that one back and send this one again. Otherwise withdraw it.</source>
        <translation>Jos jokin kortin muista kirjauksista oli virhe, peru se ja lähetä tämä uudelleen. Muuten peru tämä.</translation>
    </message>
    <message>
        <source>The event is cancelled.</source>
        <translation>Tapahtuma on peruttu.</translation>
    </message>
    <message>
        <source>Withdraw the visit, or correct the offer.</source>
        <translation>Peru kirjaus tai vaihda tapahtuma.</translation>
    </message>
    <message>
        <source>The register holds another record under the same id.</source>
        <translation>Kaikukannassa on samalla tunnuksella toinen kirjaus.</translation>
    </message>
    <message>
        <source>Correct it: the visit is recorded anew, under an id of its own.</source>
        <translation>Korjaa se: käynti kirjataan uudelleen omalla tunnuksellaan.</translation>
    </message>
    <message>
        <source>The register cannot read what was sent.</source>
        <translation>Kaikukanta ei pystynyt lukemaan kirjausta.</translation>
    </message>
    <message>
        <source>Install the newest version of this program and send it again, or pass it on to Kaikukeskus.</source>
        <translation>Asenna ohjelman uusin versio ja lähetä kirjaus uudelleen, tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The register finds it too old.</source>
        <translation>Kirjaus on liian vanha.</translation>
    </message>
    <message>
        <source>If the day is wrong, correct it. Otherwise pass it on to Kaikukeskus with a note.</source>
        <translation>Jos päivä on väärä, korjaa se. Muuten siirrä asia Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The register finds what was sent too large.</source>
        <translation>Lähetys on liian suuri.</translation>
    </message>
    <message>
        <source>Pass it on to Kaikukeskus, and tell the makers of this program.</source>
        <translation>Siirrä se Kaikukeskukselle ja ilmoita asiasta ohjelman tekijöille.</translation>
    </message>
    <message>
        <source>The register refused it.</source>
        <translation>Kaikukanta ei hyväksynyt kirjausta.</translation>
    </message>
    <message>
        <source>Send it again, or pass it on to Kaikukeskus with a note.</source>
        <translation>Lähetä se uudelleen, tai siirrä se Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The register takes no visit of a day to come.</source>
        <translation>Kaikukanta ei ota vastaan käyntiä, jonka päivä on vasta tulossa.</translation>
    </message>
    <message>
        <source>Give it the right day: correct it and send it again.</source>
        <translation>Anna käynnille oikea päivä: korjaa se ja lähetä uudelleen.</translation>
    </message>
    <message>
        <source>The register did not take the visit back.</source>
        <translation>Kaikukanta ei hyväksynyt kirjauksen perumista.</translation>
    </message>
    <message>
        <source>It still counts there. Send it again, or pass it on to Kaikukeskus with a note.</source>
        <translation>Kirjaus on siellä yhä voimassa. Lähetä peruminen uudelleen, tai siirrä se Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The register did not take the venue&apos;s own offer.</source>
        <translation>Kaikukanta ei hyväksynyt itse lisättyä tapahtumaa tai palvelua.</translation>
    </message>
    <message>
        <source>Visits to it wait until it does. Correct it, or pass it on to Kaikukeskus with a note.</source>
        <translation>Siihen kirjatut käynnit odottavat hyväksymistä. Korjaa se, tai siirrä se Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Korjaa ja lähetä uudelleen</translation>
    </message>
    <message>
        <source>Send again as it is</source>
        <translation>Lähetä uudelleen sellaisenaan</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Peru kirjaus</translation>
    </message>
    <message>
        <source>Pass on to Kaikukeskus</source>
        <translation>Siirrä Kaikukeskukselle</translation>
    </message>
    <message>
        <source>The register does not know the offer of this visit.</source>
        <translation>Kaikukanta ei tunne tämän kirjauksen tarjontaa.</translation>
    </message>
    <message>
        <source>It is sent by itself once the offer has arrived there. If the venue&apos;s own offer was refused, correct that first; or correct the visit to the right offer.</source>
        <translation>Kirjaus lähetetään itsestään, kun tarjonta on saapunut Kaikukantaan. Jos kohteen omaa tarjontaa ei hyväksytty, korjaa ensin se; tai korjaa kirjaukseen oikea tarjonta.</translation>
    </message>
    <message>
        <source>Sending this one fails again and again.</source>
        <translation>Tämän lähettäminen epäonnistuu kerta toisensa jälkeen.</translation>
    </message>
    <message>
        <source>All else is sent. This one is tried again by itself, at longer and longer intervals. Tell your IT support if it stays here.</source>
        <translation>Kaikki muu lähetetään. Tätä yritetään uudelleen itsestään yhä harvemmin. Ilmoita IT-tuelle, jos se jää tähän.</translation>
    </message>
    <message>
        <source>This record cannot be read on this computer.</source>
        <translation>Tätä kirjausta ei voi lukea tällä tietokoneella.</translation>
    </message>
    <message>
        <source>It is kept as it is, and all else is sent. Install the newest version of this program, or pass it on to Kaikukeskus.</source>
        <translation>Se säilyy sellaisenaan, ja kaikki muu lähetetään. Asenna ohjelman uusin versio tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>This was recorded for another venue, or at another register.</source>
        <translation>Tämä on kirjattu toiselle kohteelle tai toiseen rekisteriin.</translation>
    </message>
    <message>
        <source>It is kept, and not sent from here. Enrol this desk there again, carry it out to a desk of that venue (carry-out --venue), or pass it on to Kaikukeskus.</source>
        <translation>Se säilyy, eikä sitä lähetetä täältä. Ota luukku käyttöön siellä uudelleen, vie se kyseisen kohteen luukulle (carry-out --venue) tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The register has not taken this one for long.</source>
        <translation>Kaikukanta ei ole pitkään aikaan ottanut tätä vastaan.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays here, pass it on to Kaikukeskus.</source>
        <translation>Sitä yritetään uudelleen itsestään. Jos se jää tähän, siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The register does not take notes: nobody has got this one. Tell Kaikukeskus.</source>
        <translation>Kaikukanta ei ota viestejä vastaan: kukaan ei ole saanut tätä. Ilmoita Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The note waits to be sent.</source>
        <translation>Viesti odottaa lähetystä.</translation>
    </message>
    <message>
        <source>Kaikukeskus has the note.</source>
        <translation>Viesti on Kaikukeskuksella.</translation>
    </message>
</context>
<context>
    <name>RegisterFilePart</name>
    <message>
        <source>The two are not the same.</source>
        <translation>Ne eivät ole samat.</translation>
    </message>
    <message>
        <source>Writing the register</source>
        <translation>Rekisteriä viedään tiedostoon</translation>
    </message>
    <message>
        <source>Importing the register</source>
        <translation>Rekisteriä tuodaan</translation>
    </message>
    <message>
        <source>Write the register to a file</source>
        <translation>Vie rekisteri tiedostoon</translation>
    </message>
    <message>
        <source>kaikukortti-register.kaiku</source>
        <translation>kaikukortti-rekisteri.kaiku</translation>
    </message>
    <message>
        <source>Kaikuluukku files (*.kaiku)</source>
        <translation>Kaikuluukun tiedostot (*.kaiku)</translation>
    </message>
    <message>
        <source>Import the register from a file</source>
        <translation>Tuo rekisteri tiedostosta</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Kaikki tiedostot (*)</translation>
    </message>
    <message>
        <source>The register by file</source>
        <translation>Rekisteri tiedostona</translation>
    </message>
    <message>
        <source>A desk that has a connection writes the register to a memory stick, and a desk of the same venue without one imports it. Every card is verified by Kaikukanta&apos;s own signature.</source>
        <translation>Luukku, jolla on yhteys, vie rekisterin muistitikulle, ja saman kohteen luukku ilman yhteyttä tuo sen siitä. Jokainen kortti tarkistetaan Kaikukannan omalla allekirjoituksella.</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Vie tiedostoon…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Tuo tiedostosta…</translation>
    </message>
    <message>
        <source>At least ten characters: a few words do well.</source>
        <translation>Vähintään kymmenen merkkiä: muutama sana sopii hyvin.</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Tiedoston salalause</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Sama uudelleen</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Vie tiedosto</translation>
    </message>
    <message>
        <source>Import the file</source>
        <translation>Tuo tiedosto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>RegisterStep</name>
    <message>
        <source>The register comes here</source>
        <translation>Rekisteriä haetaan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmista</translation>
    </message>
    <message>
        <source>With the register on this computer cards are checked at once, with or without a network. You can open the ticket window already: it goes on coming meanwhile.</source>
        <translation>Kun rekisteri on tällä tietokoneella, kortit tarkistetaan heti, myös ilman verkkoyhteyttä. Voit avata lippuluukun jo nyt: haku jatkuu samalla.</translation>
    </message>
    <message>
        <source>Open the ticket window</source>
        <translation>Avaa lippuluukku</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are here.</source>
        <translation>
            <numerusform>%n kortti on haettu.</numerusform>
            <numerusform>%n korttia on haettu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) so far</source>
        <translation>
            <numerusform>%n kortti tähän mennessä</numerusform>
            <numerusform>%n korttia tähän mennessä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message numerus="yes">
        <source>%n card(s) written to the file.</source>
        <translation>
            <numerusform>%n kortti vietiin tiedostoon.</numerusform>
            <numerusform>%n korttia vietiin tiedostoon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) imported.</source>
        <translation>
            <numerusform>%n kortti tuotiin.</numerusform>
            <numerusform>%n korttia tuotiin.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is too old to check cards.</source>
        <translation>Rekisteri on liian vanha korttien tarkistamiseen.</translation>
    </message>
    <message>
        <source>This desk can check cards until {day} without a connection.</source>
        <translation>Tällä luukulla voi tarkistaa kortteja ilman yhteyttä {day} asti.</translation>
    </message>
    <message>
        <source>Can be used until {day}</source>
        <translation>Käytettävissä {day} asti</translation>
    </message>
    <message>
        <source>The register is of {day}, {time}.</source>
        <translation>Rekisteri on päivitetty {day} klo {time}.</translation>
    </message>
</context>
<context>
    <name>RejectedItemCard</name>
    <message>
        <source>Withdraw this visit?</source>
        <translation>Perutaanko tämä kirjaus?</translation>
    </message>
    <message>
        <source>Withdraw the visit</source>
        <translation>Peru kirjaus</translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Älä peru</translation>
    </message>
    <message>
        <source>Withdraw the offer</source>
        <translation>Poista tarjonnasta</translation>
    </message>
    <message>
        <source>Take this off the list of offers? Its visits stay here.</source>
        <translation>Poistetaanko tämä tapahtuma tai palvelu tarjonnasta? Siihen kirjatut käynnit säilyvät täällä.</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Älä poista</translation>
    </message>
    <message>
        <source>Withdraw with others</source>
        <translation>Merkitse peruttavaksi</translation>
    </message>
    <message>
        <source>What Kaikukeskus should know; no names</source>
        <translation>Viesti Kaikukeskukselle (älä kirjoita nimiä)</translation>
    </message>
    <message>
        <source>Pass it on with this note</source>
        <translation>Siirrä ja lähetä viesti</translation>
    </message>
    <message>
        <source>Do not pass it on</source>
        <translation>Älä siirrä</translation>
    </message>
</context>
<context>
    <name>RejectionsPage</name>
    <message>
        <source>Inbox</source>
        <translation>Selvitettävät</translation>
    </message>
    <message>
        <source>Sent again. The answer of the register comes here.</source>
        <translation>Lähetetty uudelleen. Kaikukannan vastaus kerrotaan tässä.</translation>
    </message>
    <message numerus="yes">
        <source>The register has accepted %n that were sent again.</source>
        <translation>
            <numerusform>Kaikukanta hyväksyi %n uudelleen lähetetyn kirjauksen.</numerusform>
            <numerusform>Kaikukanta hyväksyi %n uudelleen lähetettyä kirjausta.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register refused it again at {time}. {reason}</source>
        <translation>Kaikukanta ei hyväksynyt sitä nytkään (klo {time}). {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Send all %n again</source>
        <translation>
            <numerusform>Lähetä %n kirjaus uudelleen</numerusform>
            <numerusform>Lähetä kaikki %n kirjausta uudelleen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the %n marked</source>
        <translation>
            <numerusform>Peru %n merkitty kirjaus</numerusform>
            <numerusform>Peru %n merkittyä kirjausta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw all %n</source>
        <translation>
            <numerusform>Peru %n kirjaus</numerusform>
            <numerusform>Peru kaikki %n kirjausta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)?</source>
        <translation>
            <numerusform>Perutaanko %n kirjaus?</numerusform>
            <numerusform>Perutaanko %n kirjausta?</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Älä peru</translation>
    </message>
    <message>
        <source>Passed on to Kaikukeskus</source>
        <translation>Siirretty Kaikukeskukselle</translation>
    </message>
    <message>
        <source>They stay in sight, and can be taken up again at any time.</source>
        <translation>Ne pysyvät näkyvissä, ja niihin voi palata milloin vain.</translation>
    </message>
    <message numerus="yes">
        <source>%n more come up as these are settled.</source>
        <translation>
            <numerusform>%n muu tulee näkyviin, kun nämä on selvitetty.</numerusform>
            <numerusform>%n muuta tulee näkyviin, kun nämä on selvitetty.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the register refused. F6 corrects the one in hand, F7 sends it again, F8 withdraws it, F9 passes it on to Kaikukeskus.</source>
        <translation>Kirjaukset, joita Kaikukanta ei ole hyväksynyt. F6 korjaa valitun, F7 lähettää sen uudelleen, F8 peruu sen, F9 siirtää sen Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>Nothing needs a hand</source>
        <translation>Ei selvitettävää</translation>
    </message>
    <message>
        <source>What the register refuses comes here. Until then there is nothing to do.</source>
        <translation>Jos Kaikukanta ei hyväksy kirjausta, se näkyy täällä.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>The damaged file is kept in {path}.</source>
        <translation>Vioittunut tiedosto on tallessa kansiossa {path}.</translation>
    </message>
    <message>
        <source>Register and offers are fetched again from the internet.</source>
        <translation>Rekisteri ja tarjonta haetaan uudelleen verkosta.</translation>
    </message>
    <message>
        <source>The data of this desk was damaged.</source>
        <translation>Tämän luukun tiedot olivat vioittuneet.</translation>
    </message>
    <message>
        <source>The database of this desk was older than its operation log, as when a backup or a cloud service puts an old file back.</source>
        <translation>Tämän luukun tietokanta oli vanhempi kuin sen kirjausloki. Näin käy, kun varmuuskopiointi tai pilvipalvelu palauttaa vanhan tiedoston.</translation>
    </message>
    <message>
        <source>The operation log, the second copy of what is recorded here, was damaged or gone. It was completed from the database.</source>
        <translation>Kirjausloki eli kirjausten toinen kappale oli vioittunut tai kadonnut. Se täydennettiin tietokannasta.</translation>
    </message>
    <message>
        <source>The data folder cannot be written: {path}. Everything can be looked at, exported and carried out, but nothing can be recorded or sent. Check the rights of the folder.</source>
        <translation>Tietokansioon ei voi kirjoittaa: {path}. Kaikkea voi katsoa, viedä tiedostoon ja siirtää toiselle luukulle, mutta mitään ei voi kirjata eikä lähettää. Tarkista kansion oikeudet.</translation>
    </message>
    <message>
        <source>The data folder {path} is kept by {keeper}, which can put older files back or lock them while you work. Close the program, move the folder to this computer&apos;s own disk, outside of what {keeper} keeps, and start the program with --home and the new folder.</source>
        <translation>Tietokansio {path} on palvelun {keeper} hallussa. Se voi palauttaa vanhoja tiedostoja tai lukita niitä kesken työn. Sulje ohjelma, siirrä kansio tämän tietokoneen omalle levylle palvelun {keeper} ulottumattomiin ja käynnistä ohjelma valitsimella --home ja uudella kansiolla.</translation>
    </message>
    <message>
        <source>What was recorded last is in the database, but could not be written to the operation log, its second copy. Nothing is lost. The program tries again with the next visit and at its next start. If this is said again, ask your IT support to look at the disk.</source>
        <translation>Viimeisin kirjaus on tietokannassa, mutta sitä ei voitu kirjoittaa kirjauslokiin eli toiseen kappaleeseen. Mitään ei ole kadonnut. Ohjelma yrittää uudelleen seuraavan kirjauksen yhteydessä ja seuraavalla käynnistyskerralla. Jos tämä ilmoitus toistuu, pyydä IT-tukea tarkistamaan levy.</translation>
    </message>
    <message>
        <source>Some of what was recorded last may be missing as well.</source>
        <translation>Osa viimeksi tehdyistä kirjauksista voi puuttua.</translation>
    </message>
    <message>
        <source>The old data is kept in {path}. If its key is found again, what it has not sent yet is taken in by itself.</source>
        <translation>Vanhat tiedot ovat tallessa kansiossa {path}. Jos niiden avain löytyy, ohjelma ottaa lähettämättömät kirjaukset mukaan itse.</translation>
    </message>
    <message>
        <source>Either the key is lost or another one, or the file is damaged from end to end. Nothing was overwritten. If the key can be brought back, close the program and start it again then. Otherwise start afresh: the old data is kept aside, and this desk is enrolled again with a new activation code.</source>
        <translation>Avain on kadonnut tai väärä, tai tiedosto on kokonaan vioittunut. Mitään ei muutettu. Jos avain voidaan palauttaa, sulje ohjelma ja käynnistä se uudelleen avaimen palauttamisen jälkeen. Muuten aloita alusta: vanhat tiedot siirretään talteen, ja luukku otetaan käyttöön uudella aktivointikoodilla.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Aloita alusta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Part of this desk&apos;s data is damaged. You can go on with the queue. At a quiet moment, close the window and start the program again: it then mends the data by itself.</source>
        <translation>Osa tämän luukun tiedoista on vioittunut. Voit jatkaa jonon palvelemista. Sulje ikkuna rauhallisella hetkellä ja käynnistä ohjelma uudelleen: se korjaa tiedot silloin itse.</translation>
    </message>
</context>
<context>
    <name>ScannerSetupForm</name>
    <message>
        <source>No key ends it.</source>
        <translation>Lopussa ei tule näppäintä.</translation>
    </message>
    <message>
        <source>Enter ends it.</source>
        <translation>Lopussa tulee Enter.</translation>
    </message>
    <message>
        <source>Tab ends it.</source>
        <translation>Lopussa tulee Tab.</translation>
    </message>
    <message>
        <source>Not all of it came through, or not by the scanner.</source>
        <translation>Kaikki merkit eivät tulleet perille, tai korttia ei luettu lukijalla.</translation>
    </message>
    <message>
        <source>That was no card.</source>
        <translation>Se ei ollut kortti.</translation>
    </message>
    <message>
        <source>Read any card now</source>
        <translation>Lue nyt mikä tahansa kortti</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Ota käyttöön</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Before and after the number</source>
        <translation>Ennen numeroa ja sen jälkeen</translation>
    </message>
    <message>
        <source>Read any card of the kind that you use.</source>
        <translation>Lue mikä tahansa kortti, jollaisia luukulla käytetään.</translation>
    </message>
    <message>
        <source>Waiting for the scanner: read a card now. Its number is not kept.</source>
        <translation>Odotetaan lukijaa: lue kortti nyt. Kortin numeroa ei tallenneta.</translation>
    </message>
    <message>
        <source>Does your scanner add something to every code? Read one card, to set it.</source>
        <translation>Lisääkö lukija jotakin jokaiseen koodiin? Aseta se lukemalla yksi kortti.</translation>
    </message>
    <message>
        <source>Set now: {around}</source>
        <translation>Asetettu nyt: {around}</translation>
    </message>
    <message>
        <source>It came with: {around}</source>
        <translation>Luettiin: {around}</translation>
    </message>
    <message>
        <source>It is set so already.</source>
        <translation>Asetus on jo näin.</translation>
    </message>
    <message>
        <source>The card is not in the register here: see if this looks right.</source>
        <translation>Korttia ei ole tämän koneen rekisterissä: katso, näyttääkö tämä oikealta.</translation>
    </message>
    <message>
        <source>nothing around the number.</source>
        <translation>numeron ympärillä ei mitään.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>before it {before}, after it {after}.</source>
        <translation>ennen numeroa {before}, numeron jälkeen {after}.</translation>
    </message>
    <message>
        <source>It cannot be told where the number begins and ends.</source>
        <translation>Ei voida päätellä, mistä numero alkaa ja mihin se päättyy.</translation>
    </message>
</context>
<context>
    <name>ScannerStep</name>
    <message>
        <source>Try the scanner</source>
        <translation>Kokeile lukijaa</translation>
    </message>
    <message>
        <source>Scan any barcode or QR code. You see here whether the scanner and this computer understand each other. Without a scanner just go on: numbers can be typed too.</source>
        <translation>Lue mikä tahansa viiva- tai QR-koodi. Näet täällä, ymmärtävätkö lukija ja tietokone toisiaan. Jos lukijaa ei ole, jatka: numerot voi myös kirjoittaa.</translation>
    </message>
</context>
<context>
    <name>ScannerTrial</name>
    <message>
        <source>nothing: a scan takes a moment longer</source>
        <translation>ei mitään: lukeminen kestää hetken kauemmin</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>American</source>
        <translation>amerikkalainen</translation>
    </message>
    <message>
        <source>Finnish or Swedish</source>
        <translation>suomalainen tai ruotsalainen</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norjalainen</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>tanskalainen</translation>
    </message>
    <message>
        <source>German</source>
        <translation>saksalainen</translation>
    </message>
    <message>
        <source>British</source>
        <translation>brittiläinen</translation>
    </message>
    <message>
        <source>French</source>
        <translation>ranskalainen</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>venäläinen</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>kreikkalainen</translation>
    </message>
    <message>
        <source>Scan a card, or any barcode</source>
        <translation>Lue kortti tai mikä tahansa viivakoodi</translation>
    </message>
    <message>
        <source>Nothing happens? The scanner has to be set to work as a keyboard; its manual has a barcode for that, often called USB keyboard or HID.</source>
        <translation>Eikö mitään tapahdu? Lukija on asetettava toimimaan näppäimistönä: käyttöohjeessa on sitä varten viivakoodi, usein nimellä USB keyboard tai HID.</translation>
    </message>
    <message>
        <source>The scanner is ready to use</source>
        <translation>Lukija on käyttövalmis</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Luettu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Nopeus</translation>
    </message>
    <message>
        <source>{ms} ms a character</source>
        <translation>{ms} ms merkkiä kohden</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>Päätemerkki</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Näppäimistö</translation>
    </message>
    <message>
        <source>It read a card number.</source>
        <translation>Se luki kortin numeron.</translation>
    </message>
    <message>
        <source>It read an enrolment code.</source>
        <translation>Se luki aktivointikoodin.</translation>
    </message>
    <message>
        <source>scanner and computer agree</source>
        <translation>lukijassa ja tietokoneessa sama</translation>
    </message>
    <message>
        <source>Caps Lock is on; the program undoes it</source>
        <translation>Caps Lock on päällä; ohjelma korjaa sen</translation>
    </message>
    <message>
        <source>the scanner is set to {scanner}, the computer to {computer}; the program undoes it</source>
        <translation>lukijassa {scanner}, tietokoneessa {computer}; ohjelma korjaa sen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Tyhjennä haku</translation>
    </message>
</context>
<context>
    <name>Season</name>
    <message>
        <source>The register is good for checking cards until {day}.</source>
        <translation>Rekisterillä voi tarkistaa kortteja {day} asti.</translation>
    </message>
    <message>
        <source>There is no register on this computer yet.</source>
        <translation>Tällä tietokoneella ei ole vielä rekisteriä.</translation>
    </message>
    <message>
        <source>Send and fetch now, or import a file from another desk.</source>
        <translation>Lähetä ja hae nyt tai tuo tiedosto toiselta luukulta.</translation>
    </message>
    <message>
        <source>The register is good for checking cards until {day} only.</source>
        <translation>Rekisterillä voi tarkistaa kortteja vain {day} asti.</translation>
    </message>
    <message>
        <source>Send and fetch now: then it is good until {best}.</source>
        <translation>Lähetä ja hae nyt: sitten se riittää {best} asti.</translation>
    </message>
    <message>
        <source>The register cannot last for so long: it is good until {day} at most.</source>
        <translation>Rekisteri ei riitä niin pitkään: se riittää enintään {day} asti.</translation>
    </message>
    <message>
        <source>Send and fetch as late as you can. By that day, bring the computer to a network or import a register file that another desk of the venue has written.</source>
        <translation>Lähetä ja hae niin myöhään kuin voit. Vie tietokone siihen päivään mennessä verkkoon tai tuo rekisteritiedosto, joka on tehty kohteen toisella luukulla.</translation>
    </message>
    <message>
        <source>The desk stays enrolled until {day} without a connection.</source>
        <translation>Luukku pysyy käytössä ilman yhteyttä {day} asti.</translation>
    </message>
    <message>
        <source>Without a connection the desk stays enrolled until {day} only.</source>
        <translation>Ilman yhteyttä luukku pysyy käytössä vain {day} asti.</translation>
    </message>
    <message>
        <source>Plan a connection before that day: Send and fetch is enough.</source>
        <translation>Järjestä yhteys ennen sitä päivää: Lähetä ja hae riittää.</translation>
    </message>
    <message>
        <source>The register does not accept this desk at the moment.</source>
        <translation>Kaikukanta ei nyt hyväksy tätä luukkua.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for an activation code, and enrol the desk again.</source>
        <translation>Pyydä Kaikukeskukselta aktivointikoodi ja ota luukku uudelleen käyttöön.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Kaikki on lähetetty.</translation>
    </message>
    <message>
        <source>Records waiting to be sent: {pending}.</source>
        <translation>Lähetystä odottavia kirjauksia: {pending}.</translation>
    </message>
    <message>
        <source>Send and fetch now.</source>
        <translation>Lähetä ja hae nyt.</translation>
    </message>
    <message>
        <source>Records that the register rejected: {attention}.</source>
        <translation>Kaikukannan hylkäämiä kirjauksia: {attention}.</translation>
    </message>
    <message>
        <source>Resolve them while there is a connection.</source>
        <translation>Selvitä ne, kun yhteys vielä toimii.</translation>
    </message>
    <message>
        <source>No card ends before {day}.</source>
        <translation>Minkään kortin voimassaolo ei pääty ennen {day}.</translation>
    </message>
    <message>
        <source>Of {all} cards, {count} end before {day}. If a holder shows a renewed card, record by the date printed on it; staff know how.</source>
        <translation>Kortteja on {all}, ja niistä {count} päättyy ennen {day}. Jos haltija näyttää uusitun kortin, kirjaa siihen painetun päivän mukaan. Lipunmyyjät tietävät, miten.</translation>
    </message>
    <message>
        <source>Offers in this time: {count}, the last on {day}. All of the season&apos;s are among them.</source>
        <translation>Tapahtumia ja palveluja tänä aikana: {count}, viimeinen {day}. Kauden koko tarjonta on mukana.</translation>
    </message>
    <message>
        <source>There is no offer until {day}.</source>
        <translation>Tarjonnassa ei ole mitään {day} asti.</translation>
    </message>
    <message>
        <source>Send and fetch now, or add your own on the page of offers.</source>
        <translation>Lähetä ja hae nyt tai lisää omat sivulla Tarjonta.</translation>
    </message>
    <message>
        <source>{free} MB are free on the disk.</source>
        <translation>Levyllä on vapaata {free} Mt.</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk.</source>
        <translation>Levyllä on vapaata vain {free} Mt.</translation>
    </message>
    <message>
        <source>Make room: a full disk stops the recording.</source>
        <translation>Vapauta tilaa: täydelle levylle ei voi kirjata käyntejä.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is still right after a night switched off and unplugged. If not, its battery is to be replaced.</source>
        <translation>Tietokoneen kello on oikeassa myös sen jälkeen, kun kone on ollut yön sammutettuna ja irti pistorasiasta. Jos ei ole, kellon paristo on vaihdettava.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong, or was wrong.</source>
        <translation>Tietokoneen kello on väärässä tai oli väärässä.</translation>
    </message>
    <message>
        <source>Set it, and send and fetch. If it is wrong again after a night switched off, have its battery replaced.</source>
        <translation>Aseta kello ja lähetä ja hae. Jos se on sammutetun yön jälkeen taas väärässä, vaihdata kellon paristo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens this desk&apos;s data.</source>
        <translation>Järjestelmän avainnippu avaa tämän luukun tiedot.</translation>
    </message>
    <message>
        <source>The key of this desk&apos;s data can be read from {path}.</source>
        <translation>Tämän luukun tietojen avain on luettavissa tiedostosta {path}.</translation>
    </message>
    <message>
        <source>A second desk is ready in case this computer breaks. Known here: {names}.</source>
        <translation>Toinen luukku on valmiina, jos tämä tietokone rikkoutuu. Tunnetut luukut: {names}.</translation>
    </message>
    <message>
        <source>A second computer is enrolled as a desk of this venue, in case this one breaks.</source>
        <translation>Toinen tietokone on otettu käyttöön kohteen luukkuna siltä varalta, että tämä rikkoutuu.</translation>
    </message>
    <message>
        <source>Paper forms are printed and lie at the counter.</source>
        <translation>Paperilomakkeet on tulostettu ja ne ovat tiskillä.</translation>
    </message>
    <message>
        <source>The administrator has a copy of the key of this desk&apos;s data.</source>
        <translation>Ylläpitäjällä on kopio tämän luukun tietojen avaimesta.</translation>
    </message>
</context>
<context>
    <name>SeasonPage</name>
    <message>
        <source>Offline</source>
        <translation>Ilman verkkoa</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>Without a network until {day}</source>
        <translation>Ilman verkkoa {day} asti</translation>
    </message>
    <message>
        <source>A time without a network</source>
        <translation>Aika ilman verkkoa</translation>
    </message>
    <message>
        <source>What to do today</source>
        <translation>Mitä tehdä tänään</translation>
    </message>
    <message>
        <source>Say until which day you are without a network, and tick what is done.</source>
        <translation>Kerro, mihin päivään asti olet ilman verkkoa, ja merkitse tehdyt kohdat.</translation>
    </message>
    <message>
        <source>Without a network until</source>
        <translation>Ilman verkkoa asti</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>pp.kk.vvvv</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Tarkista</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>Tulosta lista…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>Muutokset tulevat heti voimaan.</translation>
    </message>
    <message>
        <source>Dimmed settings are locked by this computer&apos;s administrator.</source>
        <translation>Himmennetyt asetukset on lukinnut tämän tietokoneen ylläpitäjä.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Osiot</translation>
    </message>
</context>
<context>
    <name>SoundsPart</name>
    <message>
        <source>Sounds</source>
        <translation>Äänet</translation>
    </message>
    <message>
        <source>Sounds at the counter</source>
        <translation>Äänet luukulla</translation>
    </message>
    <message>
        <source>Soft ones for recorded, look and refused. Nothing is told by sound alone.</source>
        <translation>Hillityt äänet: kirjattu, katso näyttöä, ei lippua. Sama kerrotaan aina myös tekstinä.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Äänenvoimakkuus</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Kuuntele</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>sound</comment>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Look</source>
        <comment>sound</comment>
        <translation>Katso näyttöä</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>sound</comment>
        <translation>Ei lippua</translation>
    </message>
    <message>
        <source>This computer has no program that plays sounds. On Linux, install pipewire-bin, pulseaudio-utils or alsa-utils. Everything else works as before.</source>
        <translation>Tällä tietokoneella ei ole ohjelmaa, joka soittaa ääniä. Asenna Linuxissa pipewire-bin, pulseaudio-utils tai alsa-utils. Kaikki muu toimii entiseen tapaan.</translation>
    </message>
    <message>
        <source>Nothing could be played. See whether a loudspeaker is connected and switched on, then listen again. Everything else works as before.</source>
        <translation>Ääntä ei voitu soittaa. Katso, että kaiutin on kytketty ja päällä, ja kuuntele uudelleen. Kaikki muu toimii entiseen tapaan.</translation>
    </message>
</context>
<context>
    <name>SpanField</name>
    <message>
        <source>First day</source>
        <translation>Ensimmäinen päivä</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Viimeinen päivä</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>p.k.vvvv</translation>
    </message>
    <message>
        <source>Write the day, the month and the year, as in 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Ensimmäinen päivä on viimeisen jälkeen.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>No register yet</source>
        <translation>Rekisteriä ei ole vielä haettu</translation>
    </message>
    <message>
        <source>Register up to date</source>
        <translation>Rekisteri ajan tasalla</translation>
    </message>
    <message>
        <source>Everything sent</source>
        <translation>Kaikki lähetetty</translation>
    </message>
    <message>
        <source>Sending and fetching…</source>
        <translation>Lähetetään ja haetaan…</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Ei vielä yhteyttä</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Yhteys toimii</translation>
    </message>
    <message>
        <source>Offline: you can go on</source>
        <translation>Ei yhteyttä – voit jatkaa</translation>
    </message>
    <message>
        <source>Desk not accepted</source>
        <translation>Luukun käyttö estetty</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Figures</source>
        <translation>Tilastot</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Tämä luukku</translation>
    </message>
    <message>
        <source>All desks of the venue</source>
        <translation>Kohteen kaikki luukut</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Tallenna raportti PDF-tiedostona</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Save the visits for Excel</source>
        <translation>Tallenna käynnit Excel-tiedostona</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the visits as CSV</source>
        <translation>Tallenna käynnit CSV-tiedostona</translation>
    </message>
    <message>
        <source>With card numbers</source>
        <translation>Käynnit ja korttien numerot</translation>
    </message>
    <message>
        <source>The files above bear no card numbers. Only where the culture office asks for them: a card number tells where somebody goes, so keep such a file safe.</source>
        <translation>Yllä olevissa tiedostoissa ei ole korttien numeroita. Tallenna numerot vain, jos kulttuuritoimi pyytää niitä. Numero kertoo, missä kortin haltija käy, joten säilytä tiedosto turvassa.</translation>
    </message>
    <message>
        <source>Save with card numbers</source>
        <translation>Tallenna korttien numerot</translation>
    </message>
    <message>
        <source>Write card numbers into a file?</source>
        <translation>Tallennetaanko korttien numerot tiedostoon?</translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>Kirjoita numerot</translation>
    </message>
    <message>
        <source>Do not write them</source>
        <translation>Älä kirjoita numeroita</translation>
    </message>
    <message>
        <source>No visits in this time</source>
        <translation>Ei käyntejä tältä ajalta</translation>
    </message>
    <message>
        <source>They appear here as soon as tickets are recorded.</source>
        <translation>Käynnit näkyvät täällä heti, kun lippuja kirjataan.</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Näytä kaikki käynnit</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Tallenna nimellä</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Tallennetaan: {file}…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Tallennettu: {file}</translation>
    </message>
</context>
<context>
    <name>StatisticsWords</name>
    <message numerus="yes">
        <source>Counted: %n visit(s) waiting for the register&apos;s answer.</source>
        <translation>
            <numerusform>Mukana: %n käynti, joka odottaa Kaikukannan vastausta.</numerusform>
            <numerusform>Mukana: %n käyntiä, jotka odottavat Kaikukannan vastausta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, %n on a card that could not be looked up.</source>
        <translation>
            <numerusform>Näistä %n käynnin korttia ei voitu tarkistaa.</numerusform>
            <numerusform>Näistä %n käynnin kortteja ei voitu tarkistaa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n visit(s) refused by the register.</source>
        <translation>
            <numerusform>Ei mukana: %n käynti, jota Kaikukanta ei hyväksynyt.</numerusform>
            <numerusform>Ei mukana: %n käyntiä, joita Kaikukanta ei hyväksynyt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n visit(s) taken back.</source>
        <translation>
            <numerusform>Ei mukana: %n peruttu kirjaus.</numerusform>
            <numerusform>Ei mukana: %n peruttua kirjausta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n need(s) a hand</source>
        <translation>
            <numerusform>%n selvitettävä</numerusform>
            <numerusform>%n selvitettävää</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Lähetä nyt</translation>
    </message>
    <message>
        <source>Version {version} is there</source>
        <translation>Versio {version} on saatavilla</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Fewer: {kind}</source>
        <translation>Vähemmän: {kind}</translation>
    </message>
    <message>
        <source>More: {kind}</source>
        <translation>Lisää: {kind}</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Ticket window</source>
        <translation>Lippuluukku</translation>
    </message>
</context>
<context>
    <name>TicketSide</name>
    <message>
        <source>Card number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Lue tai kirjoita</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Mitä näppäimet tekevät</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message numerus="yes">
        <source>%n holder(s)</source>
        <translation>
            <numerusform>%n haltija</numerusform>
            <numerusform>%n haltijaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n lapsi</numerusform>
            <numerusform>%n lasta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grandchild(ren)</source>
        <translation>
            <numerusform>%n lapsenlapsi</numerusform>
            <numerusform>%n lapsenlasta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s)</source>
        <translation>
            <numerusform>%n avustaja</numerusform>
            <numerusform>%n avustajaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n työntekijä</numerusform>
            <numerusform>%n työntekijää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) under {age}</source>
        <translation>
            <numerusform>%n alle {age}-vuotias asiakas</numerusform>
            <numerusform>%n alle {age}-vuotiasta asiakasta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n lippu</numerusform>
            <numerusform>%n lippua</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tickets</name>
    <message>
        <source>Holder</source>
        <translation>Haltija</translation>
    </message>
    <message>
        <source>Children under {age}</source>
        <translation>Lapset (alle {age} v.)</translation>
    </message>
    <message>
        <source>Grandchildren under {age}</source>
        <translation>Lapsenlapset (alle {age} v.)</translation>
    </message>
    <message>
        <source>Assistants, interpreters</source>
        <translation>Avustajat, tulkit</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Työntekijä</translation>
    </message>
    <message>
        <source>Clients under {age}</source>
        <translation>Asiakkaat (alle {age} v.)</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>haltija</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>työntekijä</translation>
    </message>
</context>
<context>
    <name>TonightLine</name>
    <message>
        <source>today at this desk</source>
        <translation>tänään tällä luukulla</translation>
    </message>
    <message>
        <source>today in the whole house</source>
        <translation>tänään koko talossa</translation>
    </message>
    <message>
        <source>tickets left</source>
        <translation>lippua jäljellä</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Not a Kaikukortti number</source>
        <translation>Tämä ei ole Kaikukortin numero</translation>
    </message>
    <message>
        <source>A card number has 4 to 20 letters or digits. Try once more.</source>
        <translation>Kortin numerossa on 4–20 kirjainta tai numeroa. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>The register here is too old</source>
        <translation>Rekisteri on liian vanha</translation>
    </message>
    <message>
        <source>Connect to the internet to renew it. Until then, record the visit by the last day printed on the card.</source>
        <translation>Yhdistä internetiin, niin rekisteri päivittyy. Kirjaa siihen asti korttiin painetun päivän mukaan.</translation>
    </message>
    <message>
        <source>Valid until {day}.</source>
        <translation>Voimassa {day} asti.</translation>
    </message>
    <message>
        <source>Today is the last day.</source>
        <translation>Viimeinen päivä tänään.</translation>
    </message>
    <message>
        <source>It ended on {day}.</source>
        <translation>Päättyi {day}.</translation>
    </message>
    <message>
        <source>at {time}: {tickets}</source>
        <translation>klo {time}: {tickets}</translation>
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
        <translation>Kirjataan korttiin painetun päivän mukaan</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Haltija</translation>
    </message>
    <message>
        <source>Worker and clients under {community_age}</source>
        <translation>Työntekijä ja alle {community_age}-vuotiaat asiakkaat</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Työntekijä</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Clear the card</source>
        <translation>Poista kortti näytöltä</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>Holder and up to %n child(ren) under {age}</source>
        <translation>
            <numerusform>Haltija ja enintään %n alle {age}-vuotias lapsi</numerusform>
            <numerusform>Haltija ja enintään %n alle {age}-vuotiasta lasta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worker and up to %n client(s) under {community_age}</source>
        <translation>
            <numerusform>Työntekijä ja enintään %n alle {community_age}-vuotias asiakas</numerusform>
            <numerusform>Työntekijä ja enintään %n alle {community_age}-vuotiasta asiakasta</numerusform>
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
        <translation>Käytä seuraavaa kameraa</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Kameran kuva</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Kamera käynnistyy…</translation>
    </message>
    <message>
        <source>Hold the card&apos;s code in the frame, a hand&apos;s breadth away.</source>
        <translation>Pidä kortin koodia kehyksessä noin kämmenen leveyden päässä.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Sammuta</translation>
    </message>
    <message>
        <source>Turn off the camera</source>
        <translation>Sammuta kamera</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Käynnistä</translation>
    </message>
    <message>
        <source>Turn on the camera</source>
        <translation>Käynnistä kamera</translation>
    </message>
</context>
<context>
    <name>VisitActions</name>
    <message>
        <source>Correct…</source>
        <translation>Korjaa…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Peru…</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>Näytä numero</translation>
    </message>
    <message>
        <source>Why is the visit taken back?</source>
        <translation>Miksi kirjaus perutaan?</translation>
    </message>
    <message>
        <source>Keep the visit</source>
        <translation>Älä peru</translation>
    </message>
    <message>
        <source>It was a mistake</source>
        <translation>Se oli virhe</translation>
    </message>
    <message>
        <source>The tickets were not used</source>
        <translation>Lippuja ei käytetty</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Any day</source>
        <translation>Kaikki päivät</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Eilen</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 viime päivää</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 viime päivää</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Valitse aikaväli</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Odottaa lähetystä</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Lähetetty</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Hylätty</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>Card number forgotten</source>
        <translation>Kortin numero poistettu</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>”{text}”</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Kortti {number}</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>odottaa lähetystä</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>lähetetty</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>hylätty</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>peruttu</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>korvattu</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kortti</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Liput</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tarjonta</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Luukku</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>poistettu</translation>
    </message>
    <message>
        <source>an offer that this desk does not know</source>
        <translation>tuntematon tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>It stands in the place of an earlier visit.</source>
        <translation>Kirjaus korvaa aiemman kirjauksen.</translation>
    </message>
    <message>
        <source>It can be corrected and taken back at the desk that recorded it.</source>
        <translation>Kirjauksen voi korjata ja perua vain luukulla, jolla se tehtiin.</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Visits</source>
        <translation>Käynnit</translation>
    </message>
    <message>
        <source>The visit has been taken back.</source>
        <translation>Kirjaus on peruttu.</translation>
    </message>
    <message>
        <source>Corrected. The old visit stays on record, as replaced.</source>
        <translation>Korjattu. Alkuperäinen kirjaus säilyy korvattuna.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n käynti</numerusform>
            <numerusform>%n käyntiä</numerusform>
        </translation>
    </message>
    <message>
        <source>All visits of this desk and, after a sync, of the others: {count}</source>
        <translation>Tämän luukun käynnit ja Kaikukannasta haetut muiden luukkujen käynnit: {count}</translation>
    </message>
    <message>
        <source>No visit is found by this</source>
        <translation>Hakua vastaavia käyntejä ei ole</translation>
    </message>
    <message>
        <source>Try fewer letters, or another day.</source>
        <translation>Lyhennä hakusanaa tai vaihda päivää.</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Näytä kaikki käynnit</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>Mitään ei ole vielä kirjattu</translation>
    </message>
    <message>
        <source>Visits come here as soon as tickets are recorded at the ticket window.</source>
        <translation>Käynnit näkyvät täällä heti, kun lippuja kirjataan lippuluukulla.</translation>
    </message>
    <message>
        <source>End of a card number, or name of an offer</source>
        <translation>Kortin numeron loppu, tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Suodata</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Näytä kaikki</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>today</source>
        <translation>tänään</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>huomenna</translation>
    </message>
</context>
</TS>
