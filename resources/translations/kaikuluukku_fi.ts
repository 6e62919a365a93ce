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
        <source>Version {version} is available. {notes} Download it from {address}.</source>
        <translation>Uusi versio on saatavilla: {version}. {notes} Sen saa osoitteesta {address}.</translation>
    </message>
    <message>
        <source>The list of new versions is older than one received earlier.</source>
        <translation>Uusien versioiden luettelo on vanhempi kuin aiemmin saatu luettelo.</translation>
    </message>
    <message>
        <source>The list of new versions was valid until {day}.</source>
        <translation>Uusien versioiden luettelo oli voimassa {day} asti.</translation>
    </message>
    <message>
        <source>Newer lists may be blocked on the network. Tell your IT support.</source>
        <translation>Verkko saattaa estää uudempien luetteloiden haun. Ilmoita asiasta IT‑tuelle.</translation>
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
        <source>System uses this computer&apos;s own setting.</source>
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
        <source>Dismiss this notice</source>
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
        <source>The key and the token are stored in this system&apos;s keyring.</source>
        <translation>Avain ja tunniste ovat käyttöjärjestelmän avainnipussa.</translation>
    </message>
    <message>
        <source>The key and the token are stored in a file, as the administrator chose: {path}.</source>
        <translation>Avain ja tunniste ovat ylläpitäjän valitsemassa tiedostossa: {path}.</translation>
    </message>
    <message>
        <source>The library that reads codes (zbar) is installed.</source>
        <translation>Koodeja lukeva kirjasto on paikallaan.</translation>
    </message>
    <message>
        <source>The zbar library is missing, so the camera cannot read codes.</source>
        <translation>zbar-kirjasto puuttuu: kamera ei lue koodeja.</translation>
    </message>
    <message>
        <source>Install libzbar0 on Debian and Ubuntu, zbar from Homebrew on macOS, or Microsoft&apos;s Visual C++ 2013 redistributable on Windows.</source>
        <translation>Asenna Debianissa ja Ubuntussa libzbar0, Macissa zbar (Homebrew) ja Windowsissa Microsoftin Visual C++ 2013 Redistributable.</translation>
    </message>
    <message>
        <source>Cameras: {names}.</source>
        <translation>Kamerat: {names}.</translation>
    </message>
    <message>
        <source>No camera is connected. Scan cards with a scanner or type their numbers.</source>
        <translation>Kameraa ei ole kytketty. Kirjoita kortin numero tai lue kortti lukijalla.</translation>
    </message>
    <message>
        <source>The folder {path} is writable and has {free} MB free.</source>
        <translation>Kansioon {path} voi kirjoittaa; tilaa on {free} Mt.</translation>
    </message>
    <message>
        <source>Only {free} MB of disk space is free at {path}.</source>
        <translation>Tilaa on vain {free} Mt: {path}.</translation>
    </message>
    <message>
        <source>Free up disk space: visits cannot be recorded on a full disk.</source>
        <translation>Vapauta tilaa: täydelle levylle ei voi kirjata käyntejä.</translation>
    </message>
    <message>
        <source>The folder {path} is not managed by a cloud service and is not on a network.</source>
        <translation>Kansio {path} ei ole pilvipalvelun hallinnassa eikä verkkolevyllä.</translation>
    </message>
    <message>
        <source>{keeper} manages the folder {path} and can restore older files or lock them.</source>
        <translation>Kansio {path} on palvelun {keeper} hallinnassa. Palvelu voi palauttaa vanhoja tiedostoja tai lukita niitä.</translation>
    </message>
    <message>
        <source>Close the program, move the folder to this computer&apos;s own disk, and start the program with --home and the new folder.</source>
        <translation>Sulje ohjelma, siirrä kansio tämän tietokoneen omalle levylle ja käynnistä ohjelma valitsimella --home ja uudella kansiolla.</translation>
    </message>
    <message>
        <source>The database and the operation log are intact and agree.</source>
        <translation>Tietokanta ja kirjausloki ovat ehjät ja yhtäpitävät.</translation>
    </message>
    <message>
        <source>Records are missing from this desk&apos;s data. {what}</source>
        <translation>Luukun tiedoista puuttuu kirjauksia. {what}</translation>
    </message>
    <message>
        <source>Find out what restores older files (a cloud service, a backup), and keep the desk&apos;s folder out of it. The command kaikuluukku acknowledge confirms that you have read this.</source>
        <translation>Selvitä, mikä palauttaa vanhoja tiedostoja (pilvipalvelu, varmuuskopiointi), ja rajaa luukun kansio sen ulkopuolelle. Komento kaikuluukku acknowledge vahvistaa, että olet lukenut tämän.</translation>
    </message>
    <message>
        <source>The desk exchanges nothing with other desks.</source>
        <translation>Luukku ei vaihda tietoja muiden luukkujen kanssa.</translation>
    </message>
    <message>
        <source>Other desks that answer on the local network: {there} of {of}.</source>
        <translation>Lähiverkossa vastaa muista luukuista {there}/{of}.</translation>
    </message>
    <message>
        <source>None of the {of} other desks answers on the local network.</source>
        <translation>Mikään muista luukuista ({of}) ei vastaa lähiverkossa.</translation>
    </message>
    <message>
        <source>Check that they are on, that this network and the firewalls let TCP port 47113 through, and enter their addresses in the settings.</source>
        <translation>Tarkista, että ne ovat päällä ja että verkko ja palomuurit päästävät TCP-portin 47113 läpi, ja anna niiden osoitteet asetuksissa.</translation>
    </message>
    <message>
        <source>The register knows of no other desk to exchange with.</source>
        <translation>Kaikukanta ei tunne muita luukkuja, joiden kanssa vaihtaa tietoja.</translation>
    </message>
    <message>
        <source>Turn on “Other desks on the network” at every desk, and sync each of them twice.</source>
        <translation>Ota ”Muut luukut verkossa” käyttöön jokaisella luukulla ja lähetä ja hae kullakin kahdesti.</translation>
    </message>
    <message>
        <source>The data was repaired on {day}: {what}</source>
        <translation>Tiedot korjattiin {day}: {what}</translation>
    </message>
    <message>
        <source>Sync once, compare the page Visits with your own notes from that day, and record missing visits again.</source>
        <translation>Lähetä ja hae kerran. Vertaa sitten sivua Käynnit omiin muistiinpanoihinne kyseiseltä päivältä ja kirjaa puuttuvat käynnit uudelleen.</translation>
    </message>
    <message>
        <source>No desk is enrolled in {path} yet.</source>
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
        <source>The clock agrees with the register&apos;s time.</source>
        <translation>Kello on samassa ajassa Kaikukannan kanssa.</translation>
    </message>
    <message>
        <source>The clock has run steadily since the last time check with the register.</source>
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
        <source>This computer&apos;s clock has jumped, so the program does not trust it.</source>
        <translation>Tietokoneen kelloaika on muuttunut yllättäen, eikä siihen voi luottaa.</translation>
    </message>
    <message>
        <source>Set the clock, then sync once to check it against the register&apos;s time.</source>
        <translation>Aseta kello oikeaan aikaan. Lähetä sitten kirjaukset: samalla kello tarkistetaan Kaikukannasta.</translation>
    </message>
    <message>
        <source>The register is reached through the proxy {proxy}.</source>
        <translation>Yhteys Kaikukantaan kulkee välityspalvelimen {proxy} kautta.</translation>
    </message>
    <message>
        <source>No proxy is in use.</source>
        <translation>Välityspalvelinta ei ole käytössä.</translation>
    </message>
    <message>
        <source>The register responds at {address}.</source>
        <translation>Kaikukanta vastaa: {address}.</translation>
    </message>
    <message>
        <source>The register has not recognised this desk for two days.</source>
        <translation>Kaikukanta ei ole tunnistanut tätä luukkua kahteen päivään.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for a new activation code, and enrol the desk again. Everything recorded here is kept.</source>
        <translation>Pyydä Kaikukeskukselta uusi aktivointikoodi ja ota luukku uudelleen käyttöön. Kaikki tänne kirjattu säilyy.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate is valid until {day}.</source>
        <translation>Kaikukannan varmenne on voimassa {day} asti.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate expires on {day}.</source>
        <translation>Kaikukannan varmenne vanhenee {day}.</translation>
    </message>
    <message>
        <source>Ask the operator of the register to renew the certificate.</source>
        <translation>Ilmoita Kaikukannan ylläpidolle: varmenne on uusittava.</translation>
    </message>
    <message>
        <source>The register runs on this computer, so no certificate is needed.</source>
        <translation>Kaikukanta on tällä tietokoneella: varmennetta ei tarvita.</translation>
    </message>
    <message>
        <source>Behind a proxy, the certificate is checked on each connection.</source>
        <translation>Välityspalvelinta käytettäessä varmenne tarkistetaan joka yhteydellä.</translation>
    </message>
    <message>
        <source>This desk&apos;s copy of the register is from {day}, {time}.</source>
        <translation>Rekisteri on päivitetty {day} klo {time}.</translation>
    </message>
    <message>
        <source>This desk&apos;s copy of the register is old. It is from {day}, {time}.</source>
        <translation>Rekisteri on vanha: se on päivitetty {day} klo {time}.</translation>
    </message>
    <message>
        <source>Connect this computer to a network and sync once.</source>
        <translation>Yhdistä tietokone verkkoon ja hae rekisteri (Lähetä ja hae nyt).</translation>
    </message>
    <message>
        <source>The register has not been downloaded yet.</source>
        <translation>Rekisteriä ei ole vielä haettu.</translation>
    </message>
    <message>
        <source>Visits and changes waiting to be sent: {pending}.</source>
        <translation>Lähetystä odottavia käyntejä ja muutoksia: {pending}.</translation>
    </message>
    <message>
        <source>This desk&apos;s data is used only on this computer.</source>
        <translation>Tämän luukun tietoja käytetään vain tällä tietokoneella.</translation>
    </message>
    <message>
        <source>On {day}, the register noticed that this desk&apos;s data is in use in two places or that an old copy was restored.</source>
        <translation>Kaikukanta huomasi {day}, että tämän luukun tietoja käytetään kahdessa paikassa tai vanha kopio on palautettu.</translation>
    </message>
    <message>
        <source>If the data was copied to another computer, enrol that computer as a separate desk.</source>
        <translation>Jos tiedot on kopioitu toiselle tietokoneelle, ota se käyttöön omana luukkunaan.</translation>
    </message>
    <message>
        <source>Records that the register rejected: {attention}.</source>
        <translation>Kaikukannan hylkäämiä kirjauksia: {attention}.</translation>
    </message>
    <message>
        <source>Resolve them on the page To resolve, or list them with the command queue.</source>
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
        <source>Open the system&apos;s settings, Date &amp; Time, and turn on automatic time, or ask your IT support to run “timedatectl set-ntp true”.</source>
        <translation>Avaa järjestelmän asetuksista Päivä ja aika ja ota käyttöön automaattinen aika, tai pyydä IT‑tukea suorittamaan ”timedatectl set-ntp true”.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock looks wrong</source>
        <translation>Tietokoneen kello näyttää olevan väärässä</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead</source>
        <translation>Tietokoneen kello on {span} edellä</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} behind</source>
        <translation>Tietokoneen kello on {span} jäljessä</translation>
    </message>
    <message>
        <source>Visits are dated using the register&apos;s time.</source>
        <translation>Käynnit päivätään Kaikukannan ajan mukaan.</translation>
    </message>
    <message>
        <source>The date has been corrected: the clock showed {when}.</source>
        <translation>Päiväys on korjattu: kello näytti {when}.</translation>
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
        <source>%n visit date(s) corrected: the clock was wrong</source>
        <translation>
            <numerusform>%n käynnin päiväys korjattiin: kello oli väärässä</numerusform>
            <numerusform>%n käynnin päiväys korjattiin: kello oli väärässä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>The original visit is kept and marked as replaced. Its date does not change.</source>
        <translation>Alkuperäinen kirjaus säilyy korvattuna. Päivä ei muutu.</translation>
    </message>
    <message>
        <source>The original visit is kept and marked as replaced.</source>
        <translation>Alkuperäinen kirjaus säilyy korvattuna.</translation>
    </message>
    <message>
        <source>Correct the visit</source>
        <translation>Korjaa kirjaus</translation>
    </message>
    <message>
        <source>Date of the visit</source>
        <translation>Käynnin päivä</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Leave this empty if the card was right.</source>
        <translation>Jätä tyhjäksi, jos kortti oli oikea.</translation>
    </message>
    <message>
        <source>Show the old number</source>
        <translation>Näytä vanha numero</translation>
    </message>
    <message>
        <source>Offer</source>
        <translatorcomment>One offer, in a form; columns and filters say Tarjonta.</translatorcomment>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Tallenna korjaus</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>Not Peruuta: the visits beside it have the button Peru.</translatorcomment>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Recorded as {number}. Scan or type</source>
        <translation>Kirjattu {number}. Lue tai kirjoita</translation>
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
        <source>Scanning a card records the holder&apos;s ticket at once if nothing has to be decided. For other cards, press Enter. Ctrl+Z undoes the last record. F7 turns express mode on or off.</source>
        <translation>Kun kortti luetaan, haltijan lippu kirjataan heti, jos mitään ei tarvitse valita. Muut kortit kirjataan Enterillä. Ctrl+Z kumoaa. Lippuluukulla F7 kytkee pikakirjauksen päälle ja pois.</translation>
    </message>
    <message>
        <source>Clear the screen after</source>
        <translation>Tyhjennä näyttö</translation>
    </message>
    <message>
        <source>A recorded card, or one that gets no ticket, disappears from the screen. A card that needs your decision stays five times as long.</source>
        <translation>Kirjattu kortti ja kortti, jolla ei saa lippua, poistuvat näytöltä. Jos kortti odottaa päätöstäsi, aika on viisinkertainen.</translation>
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
        <translation>Esittely. Kokeile: {family} (3 lasta), {community} (yhteisö), {expired} (päättynyt), {unknown} (ei rekisterissä).</translation>
    </message>
    <message>
        <source>The register&apos;s console: {address} (login {login}, password {password}, one-time code {code}).</source>
        <translation>Kaikukannan konsoli: {address} (tunnus {login}, salasana {password}, kertakoodi {code}).</translation>
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
        <source>Valid, from another area, five children</source>
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
        <source>Suspended</source>
        <translation>Toistaiseksi pois käytöstä</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>Ei enää käytössä</translation>
    </message>
    <message>
        <source>Expired</source>
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
        <source>No courses left this year</source>
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
        <source>Kaikuluukku demo cards</source>
        <translation>Kaikuluukun esittelykortit</translation>
    </message>
    <message>
        <source>These are not real cards and give no right to tickets. They work only with the demo register. Print them at full size and cut along the marks, or scan them from the screen.</source>
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
        <source>Sync now</source>
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
        <source>Register address</source>
        <translation>Kaikukannan osoite</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Yhteys</translation>
    </message>
    <message>
        <source>Register update</source>
        <translation>Rekisterin päivitys</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kortit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln kortti</numerusform>
            <numerusform>%Ln korttia</numerusform>
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
        <source>A diagnosis file helps your administrator find the fault. It describes this computer and the program, contains no card numbers, names, keys or tokens, and is not sent anywhere.</source>
        <translation>Vianmääritystiedot kertovat ylläpitäjälle, miten tietokone ja ohjelma toimivat. Niissä ei ole korttien numeroita, tunnisteita, avaimia eikä nimiä. Ohjelma ei lähetä niitä itse minnekään.</translation>
    </message>
    <message>
        <source>Save diagnosis file…</source>
        <translation>Tallenna vianmääritystiedot…</translation>
    </message>
    <message>
        <source>kaikuluukku-diagnosis.zip</source>
        <translation>kaikuluukku-vianmaaritys.zip</translation>
    </message>
    <message>
        <source>Save diagnosis file</source>
        <translation>Tallenna vianmääritystiedot</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Tallennettu: {file}</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>This desk is enrolled for {venue}.</source>
        <translation>Luukku on otettu käyttöön: {venue}.</translation>
    </message>
    <message>
        <source>Recorded: {tickets}. Visit ID: {id}</source>
        <translation>Kirjattu: {tickets}. Käynnin tunnus: {id}</translation>
    </message>
    <message>
        <source>The visit has been withdrawn.</source>
        <translation>Kirjaus on peruttu.</translation>
    </message>
    <message>
        <source>Done. The history is kept.</source>
        <translation>Selvitetty. Tieto siitä säilyy.</translation>
    </message>
    <message>
        <source>PIN of this desk:</source>
        <translation>Tämän luukun PIN-koodi:</translation>
    </message>
    <message>
        <source>The default values are used for them: see the page Settings.</source>
        <translation>Niille käytetään oletusarvoja: katso sivu Asetukset.</translation>
    </message>
    <message>
        <source>There is nothing to send, so no file was written.</source>
        <translation>Lähetettävää ei ole, joten tiedostoa ei tehty.</translation>
    </message>
    <message>
        <source>This desk keeps them too and sends them when it can.</source>
        <translation>Ne odottavat lähetystä myös tällä luukulla.</translation>
    </message>
    <message>
        <source>Repeat the passphrase:</source>
        <translation>Sama salalause uudelleen:</translation>
    </message>
    <message>
        <source>Passphrase for the file:</source>
        <translation>Tiedoston salalause:</translation>
    </message>
    <message>
        <source>The PIN has been removed. If the window is locked, press Enter to unlock it.</source>
        <translation>PIN-koodi on poistettu. Lukittu ikkuna aukeaa nyt Enterillä.</translation>
    </message>
    <message>
        <source>Key to this desk&apos;s data:</source>
        <translation>Tämän luukun tietojen avain:</translation>
    </message>
    <message>
        <source>The key has been restored. Start the program as usual.</source>
        <translation>Avain on taas paikallaan. Käynnistä ohjelma tavalliseen tapaan.</translation>
    </message>
</context>
<context>
    <name>DoubleUseNotice</name>
    <message numerus="yes">
        <source>%n visit(s) with a card that another desk used too, while the desks could not reach each other. See To resolve.</source>
        <translation>
            <numerusform>%n käynnin korttia käytettiin myös toisella luukulla, kun luukuilla ei ollut yhteyttä toisiinsa. Katso sivu Selvitettävät.</numerusform>
            <numerusform>%n käynnin korttia käytettiin myös toisella luukulla, kun luukuilla ei ollut yhteyttä toisiinsa. Katso sivu Selvitettävät.</numerusform>
        </translation>
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
        <source>Restore</source>
        <translation>Palauta</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Kumottu</translation>
    </message>
    <message>
        <source>Restore {visit}</source>
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
    <name>EmptyState</name>
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
        <source>Your venue has an activation code from Kaikukeskus or from your administrator. Scan its QR code, or type the details from the letter. The code links this desk to your venue.</source>
        <translation>Olet saanut Kaikukeskukselta tai ylläpitäjältä aktivointikoodin. Lue kirjeen QR-koodi tai kirjoita tiedot kirjeestä. Näin Kaikukanta tietää, minkä kohteen käynnit tulevat tältä luukulta.</translation>
    </message>
    <message>
        <source>Contacting the register…</source>
        <translation>Kysytään Kaikukannasta…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ota käyttöön</translation>
    </message>
    <message>
        <source>Ticket desk 1</source>
        <translation>Lippuluukku 1</translation>
    </message>
    <message>
        <source>This is not an activation code. Scan the code in the letter.</source>
        <translation>Tämä ei ole aktivointikoodi. Lue kirjeen koodi.</translation>
    </message>
    <message>
        <source>The code was read. Check the address, then select Enrol.</source>
        <translation>Koodi on luettu. Tarkista osoite ja ota luukku käyttöön.</translation>
    </message>
    <message>
        <source>You are now:</source>
        <translation>Tämä luukku kirjaa kohteelle:</translation>
    </message>
    <message>
        <source>This desk records for:</source>
        <translation>Tämä luukku kirjaa kohteille:</translation>
    </message>
    <message>
        <source>Each visit is counted for the venue whose event or service is chosen. Check that all the venues below are right before you continue.</source>
        <translation>Käynti lasketaan sille kohteelle, jonka tapahtuma tai palvelu on valittu. Tarkista ennen kuin jatkat, että kaikki alla olevat kohteet ovat oikein.</translation>
    </message>
    <message>
        <source>Everything that this desk records is counted for the venue below. Check that it is yours before you continue.</source>
        <translation>Kaikki, mitä tällä luukulla kirjataan, lasketaan alla olevan kohteen käynneiksi. Tarkista ennen kuin jatkat, että kohde on oma kohteesi.</translation>
    </message>
    <message>
        <source>Enrol anyway</source>
        <translation>Ota silti käyttöön</translation>
    </message>
    <message>
        <source>Not my venue: use another code</source>
        <translation>Väärä kohde: käytä toista koodia</translation>
    </message>
    <message>
        <source>Use another code</source>
        <translation>Käytä toista koodia</translation>
    </message>
    <message>
        <source>Register address</source>
        <translation>Kaikukannan osoite</translation>
    </message>
    <message>
        <source>Starts with https://</source>
        <translation>Alussa on https://</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Aktivointikoodi</translation>
    </message>
    <message>
        <source>12 letters and digits. The code works once.</source>
        <translation>Kaksitoista kirjainta ja numeroa. Koodi toimii vain kerran.</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Tämän luukun nimi</translation>
    </message>
    <message>
        <source>Helps you tell your desks apart.</source>
        <translation>Jotta erotat sen muista.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) from this desk waiting to be sent.</source>
        <translation>
            <numerusform>%n tämän luukun kirjaus odottaa lähetystä.</numerusform>
            <numerusform>%n tämän luukun kirjausta odottaa lähetystä.</numerusform>
        </translation>
    </message>
    <message>
        <source>At another venue they are held back. Send them first if you can.</source>
        <translation>Toisessa kohteessa ne jäävät odottamaan. Lähetä ne ensin, jos voit.</translation>
    </message>
    <message>
        <source>Check the address and the connection, and try again.</source>
        <translation>Tarkista osoite ja verkkoyhteys ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Odota hetki ja yritä uudelleen.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>This desk does not know that offer.</source>
        <translation>Tällaista tapahtumaa tai palvelua ei löydy tältä luukulta.</translation>
    </message>
    <message>
        <source>Sync to update the offers, or check the ID.</source>
        <translation>Hae tarjonta Kaikukannasta tai tarkista tunnus.</translation>
    </message>
    <message>
        <source>The program cannot open a window: no display was found.</source>
        <translation>Ikkunaa ei voi avata, koska näyttöä ei ole käytettävissä.</translation>
    </message>
    <message>
        <source>To work without a window, give a command. Use --help to list the commands.</source>
        <translation>Anna komento, niin ikkunaa ei tarvita; --help luettelee komennot.</translation>
    </message>
    <message>
        <source>The offer needs a Finnish name.</source>
        <translation>Tapahtumalla tai palvelulla on oltava suomenkielinen nimi.</translation>
    </message>
    <message>
        <source>Enter a name in Finnish, and check the times and numbers.</source>
        <translation>Anna nimi ja tarkista ajat ja määrät.</translation>
    </message>
    <message>
        <source>The name is too long or contains an invisible character.</source>
        <translation>Nimi on liian pitkä, tai siinä on näkymätön merkki.</translation>
    </message>
    <message>
        <source>Type the name instead of copying it from elsewhere.</source>
        <translation>Kirjoita nimi itse, älä kopioi sitä muualta.</translation>
    </message>
    <message>
        <source>This desk has no visit with that ID.</source>
        <translation>Tällaista käyntiä ei ole kirjattu tällä luukulla.</translation>
    </message>
    <message>
        <source>Check the visit ID.</source>
        <translation>Tarkista käynnin tunnus.</translation>
    </message>
    <message>
        <source>This visit has already been withdrawn.</source>
        <translation>Kirjaus on jo peruttu.</translation>
    </message>
    <message>
        <source>You do not need to do anything.</source>
        <translation>Muuta ei tarvitse tehdä.</translation>
    </message>
    <message>
        <source>The last valid day printed on the card is missing.</source>
        <translation>Korttiin painettu viimeinen voimassaolopäivä puuttuu.</translation>
    </message>
    <message>
        <source>Read it from the card and enter it.</source>
        <translation>Katso se kortista ja anna sekin.</translation>
    </message>
    <message>
        <source>This venue cannot record cards that are not in the register.</source>
        <translation>Tässä kohteessa ei voi kirjata kortteja, joita ei löydy rekisteristä.</translation>
    </message>
    <message>
        <source>Connect to the internet to update the register, then try again.</source>
        <translation>Päivitä rekisteri internetin kautta ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>This is not a transfer file of Kaikuluukku.</source>
        <translation>Tiedosto ei ole Kaikuluukun siirtotiedosto.</translation>
    </message>
    <message>
        <source>Nothing was imported. Try the passphrase again, or save a new file at the other desk.</source>
        <translation>Tiedostosta ei tuotu mitään. Kokeile salalausetta uudelleen tai tallenna uusi tiedosto toisella luukulla.</translation>
    </message>
    <message>
        <source>Nothing was imported. Import the file at a desk of that venue.</source>
        <translation>Tiedostosta ei tuotu mitään. Vie tiedosto kyseisen kohteen luukulle.</translation>
    </message>
    <message>
        <source>That date is in the past.</source>
        <translation>Se päivä on jo mennyt.</translation>
    </message>
    <message>
        <source>Choose today or a later date.</source>
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
        <source>Enrol it again with a new activation code. Everything recorded here is kept.</source>
        <translation>Ota luukku uudelleen käyttöön uudella aktivointikoodilla. Tehdyt kirjaukset ovat tallessa.</translation>
    </message>
    <message>
        <source>This desk&apos;s data cannot be used: {path}.</source>
        <translation>Luukun tietoja ei voi käyttää: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Ask your IT support for help.</source>
        <translation>Mitään ei muutettu. Pyydä apua IT‑tuelta.</translation>
    </message>
    <message>
        <source>The disk is full: {path}.</source>
        <translation>Levy on täynnä: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Free up disk space and try again.</source>
        <translation>Mitään ei kirjattu. Vapauta levytilaa ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The program cannot write to its data folder: {path}.</source>
        <translation>Tietokansioon ei voi kirjoittaa: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the folder&apos;s permissions.</source>
        <translation>Mitään ei kirjattu. Tarkista kansion käyttöoikeudet.</translation>
    </message>
    <message>
        <source>Another program is using this desk&apos;s data: {path}.</source>
        <translation>Luukun tiedot ovat toisen ohjelman käytössä: {path}.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Close the other program and try again.</source>
        <translation>Mitään ei kirjattu. Sulje toinen ohjelma ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>This desk&apos;s data is damaged: {path}.</source>
        <translation>Luukun tiedot ovat vioittuneet: {path}.</translation>
    </message>
    <message>
        <source>The stored key does not open this desk&apos;s data: {path}.</source>
        <translation>Avain ei avaa luukun tietoja: {path}.</translation>
    </message>
    <message>
        <source>Nothing was sent. The usual cause is a wrong computer clock, or a network that asks you to sign in. Somebody may also be intercepting the connection: if the clock is right, use another network or tell your IT support.</source>
        <translation>Mitään ei lähetetty. Usein syynä on tietokoneen väärä kello tai verkko, johon pitää ensin kirjautua. Joku voi myös kuunnella yhteyttä: jos kello on oikeassa, käytä toista verkkoa tai ilmoita asiasta IT‑tuelle.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Start the program again: it keeps the damaged file and recovers what can be read.</source>
        <translation>Mitään ei muutettu. Käynnistä ohjelma uudelleen: se siirtää vioittuneen tiedoston talteen ja pelastaa siitä kaiken, minkä voi lukea.</translation>
    </message>
    <message>
        <source>Did you mean {meant}?</source>
        <translation>Tarkoititko päivää {meant}?</translation>
    </message>
    <message>
        <source>The visit can no longer be restored: its day is over.</source>
        <translation>Kirjausta ei voi enää palauttaa: päivä on vaihtunut.</translation>
    </message>
    <message>
        <source>Record the visit again with its own date.</source>
        <translation>Kirjaa käynti uudelleen sen omalle päivälle.</translation>
    </message>
    <message>
        <source>Write one line of at most 500 characters, without card numbers.</source>
        <translation>Kirjoita yksi enintään 500 merkin rivi ilman korttien numeroita.</translation>
    </message>
    <message>
        <source>The fee is missing: for this offer it varies.</source>
        <translation>Maksu puuttuu: se vaihtelee tässä tapahtumassa tai palvelussa.</translation>
    </message>
    <message>
        <source>Ask for the fee and enter it.</source>
        <translation>Kysy maksu ja anna sekin.</translation>
    </message>
    <message>
        <source>This offer was not added by this desk&apos;s venue: {offer}.</source>
        <translation>Tämän luukun kohde ei ole itse lisännyt tätä: {offer}.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus to change the offer in the register.</source>
        <translation>Pyydä Kaikukeskusta muuttamaan tiedot Kaikukannassa.</translation>
    </message>
    <message>
        <source>The register&apos;s time differs greatly from this computer&apos;s.</source>
        <translation>Kaikukannan aika poikkeaa paljon tämän tietokoneen ajasta.</translation>
    </message>
    <message>
        <source>Nothing is sent until the right time is known. Try again in a minute.</source>
        <translation>Mitään ei lähetetä, ennen kuin tiedetään, kumpi on oikea. Yritä minuutin kuluttua uudelleen.</translation>
    </message>
    <message>
        <source>The date {day} is in the future.</source>
        <translation>Päivä {day} on vasta tulossa.</translation>
    </message>
    <message>
        <source>Enter the date on which the tickets were given.</source>
        <translation>Anna päivä, jona liput annettiin.</translation>
    </message>
    <message>
        <source>The date {day} is too long ago: the limit is 400 days.</source>
        <translation>Päivä {day} on liian vanha: käynnin voi kirjata enintään 400 päivää jälkikäteen.</translation>
    </message>
    <message>
        <source>This is a HEIC photo, which the program cannot read: {path}.</source>
        <translation>Tämä on HEIC-valokuva, jota ohjelma ei osaa lukea: {path}.</translation>
    </message>
    <message>
        <source>Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send it as a message and save the picture from there.</source>
        <translation>Tallenna se JPEG-muodossa: iPhonessa Asetukset, Kamera, Muodot, Yhteensopivin, tai lähetä kuva viestinä ja tallenna se viestistä.</translation>
    </message>
    <message>
        <source>This is a PDF, not a picture: {path}.</source>
        <translation>Tämä on PDF eikä kuva: {path}.</translation>
    </message>
    <message>
        <source>Open it, take a screenshot of the code, and save that as PNG.</source>
        <translation>Avaa se, ota koodista kuvakaappaus ja tallenna se PNG-muodossa.</translation>
    </message>
    <message>
        <source>This is a drawing (SVG), not a picture: {path}.</source>
        <translation>Tämä on piirros (SVG) eikä kuva: {path}.</translation>
    </message>
    <message>
        <source>Open it in a browser, take a screenshot, and save that as PNG.</source>
        <translation>Avaa se selaimessa, ota kuvakaappaus ja tallenna se PNG-muodossa.</translation>
    </message>
    <message>
        <source>This is a folder, not a picture: {path}.</source>
        <translation>Tämä on kansio eikä kuva: {path}.</translation>
    </message>
    <message>
        <source>Give the pictures in the folder, all at once if you like.</source>
        <translation>Anna kansiossa olevat kuvat, vaikka kaikki kerralla.</translation>
    </message>
    <message>
        <source>Stopped: the file was not saved.</source>
        <translation>Keskeytetty: tiedostoa ei tallennettu.</translation>
    </message>
    <message>
        <source>An older file with that name has not changed.</source>
        <translation>Samanniminen aiempi tiedosto on ennallaan.</translation>
    </message>
    <message>
        <source>Saving the file failed.</source>
        <translation>Tiedoston tallennus epäonnistui.</translation>
    </message>
    <message>
        <source>No visits are lost. Try again, or choose a shorter period. If it fails again, ask your IT support for help.</source>
        <translation>Yhtään käyntiä ei kadonnut. Yritä uudelleen tai valitse vähemmän päiviä. Jos tallennus katkeaa taas, pyydä apua IT‑tuelta.</translation>
    </message>
    <message>
        <source>The key to this desk&apos;s data is missing: {path}.</source>
        <translation>Tämän luukun tietojen avain on kadonnut: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. If the folder was moved or copied, move it back: its key is there. Otherwise, restore the key with restore-key, or enrol again with --set-aside. The old data is kept.</source>
        <translation>Mitään ei muutettu. Jos kansio on siirretty tai kopioitu tänne, siirrä se takaisin: avain on siellä. Muuten palauta avain komennolla restore-key tai ota luukku uudelleen käyttöön valitsimella --set-aside: vanhat tiedot säilyvät.</translation>
    </message>
    <message>
        <source>This desk&apos;s data has no key on this computer: the folder {path} was moved or copied from {made_in}.</source>
        <translation>Tämän luukun tietojen avain ei ole täällä: kansio {path} on siirretty tai kopioitu kansiosta {made_in}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. The key does not follow the folder to another computer or user: move the folder back, or restore the key into this keyring with restore-key. Otherwise, enrol again with --set-aside. The old data is kept.</source>
        <translation>Mitään ei muutettu. Avain ei siirry mukana toiselle tietokoneelle tai käyttäjälle: siirrä kansio takaisin tai palauta avain tähän avainnippuun komennolla restore-key. Muuten ota luukku uudelleen käyttöön valitsimella --set-aside: vanhat tiedot säilyvät.</translation>
    </message>
    <message>
        <source>The data comes from a newer version of Kaikuluukku: {path}.</source>
        <translation>Tiedot on tallennettu ohjelman uudemmalla versiolla: {path}.</translation>
    </message>
    <message>
        <source>Install the latest version of Kaikuluukku.</source>
        <translation>Asenna Kaikuluukun uusin versio.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring cannot be used.</source>
        <translation>Tietokoneen avainnippua ei voi käyttää.</translation>
    </message>
    <message>
        <source>Unlock the keyring, or install one. On a computer without a keyring, an administrator can use a file: --secrets file:PATH.</source>
        <translation>Avaa avainnipun lukitus tai asenna avainnippu. Jos koneessa ei ole sellaista, ylläpitäjä voi valita tiedoston: --secrets file:POLKU.</translation>
    </message>
    <message>
        <source>The register cannot be reached.</source>
        <translation>Kaikukantaan ei saada yhteyttä.</translation>
    </message>
    <message>
        <source>Nothing is lost. Keep working: records are sent when the connection is back.</source>
        <translation>Mitään ei katoa. Jatka työtä: kirjaukset lähetetään, kun verkko palaa.</translation>
    </message>
    <message>
        <source>The register is busy.</source>
        <translation>Kaikukanta on ruuhkautunut.</translation>
    </message>
    <message>
        <source>Nothing is lost. The program tries again automatically.</source>
        <translation>Mitään ei katoa. Ohjelma yrittää itse uudelleen.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Liian monta yritystä.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try the code again.</source>
        <translation>Odota muutama minuutti ja kokeile koodia uudelleen.</translation>
    </message>
    <message>
        <source>The answer did not come from the register.</source>
        <translation>Vastaus ei tullut Kaikukannasta.</translation>
    </message>
    <message>
        <source>Check the address, and check whether the network asks you to sign in.</source>
        <translation>Tarkista osoite ja se, pyytääkö verkko ensin kirjautumaan.</translation>
    </message>
    <message>
        <source>A setting from the register cannot be read.</source>
        <translation>Kaikukannasta tullutta asetusta ei voi lukea.</translation>
    </message>
    <message>
        <source>The earlier one stays in force. Contact Kaikukeskus, or update the program.</source>
        <translation>Aiempi asetus on yhä voimassa. Ota yhteyttä Kaikukeskukseen tai päivitä ohjelma.</translation>
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
        <source>The network is asking you to sign in.</source>
        <translation>Kaikukannan sijasta vastasi verkon kirjautumissivu.</translation>
    </message>
    <message>
        <source>Open a web browser, sign in to the network, then try again.</source>
        <translation>Avaa verkkoselain ja kirjaudu verkkoon, jatka sitten.</translation>
    </message>
    <message>
        <source>The register&apos;s address redirects to another address.</source>
        <translation>Kaikukannan osoite ohjaa muualle.</translation>
    </message>
    <message>
        <source>The answer was too large to come from the register.</source>
        <translation>Vastaus on liian suuri eikä ilmeisesti tule Kaikukannasta.</translation>
    </message>
    <message>
        <source>The answer was ignored. Check the register address.</source>
        <translation>Vastausta ei käytetty. Tarkista Kaikukannan osoite.</translation>
    </message>
    <message>
        <source>Records from this desk waiting to be sent: {waiting}.</source>
        <translation>Tämän luukun kirjauksia, jotka odottavat lähetystä: {waiting}.</translation>
    </message>
    <message>
        <source>Enrol anyway? At another venue they are held back. (--yes)</source>
        <translation>Otetaanko silti käyttöön? Toisessa kohteessa ne jäävät odottamaan. (--yes)</translation>
    </message>
    <message>
        <source>The data from the register did not end.</source>
        <translation>Kaikukannasta tuleva tieto ei päättynyt.</translation>
    </message>
    <message>
        <source>The data received is used. The download continues automatically.</source>
        <translation>Saapunut tieto on käytössä. Hakua jatketaan itsestään.</translation>
    </message>
    <message>
        <source>The register&apos;s certificate cannot be trusted.</source>
        <translation>Kaikukannan varmenteeseen ei voi luottaa.</translation>
    </message>
    <message>
        <source>The certificate file cannot be used.</source>
        <translation>Varmennetiedostoa ei voi käyttää.</translation>
    </message>
    <message>
        <source>Check the path, and check that the file contains PEM certificates.</source>
        <translation>Tarkista polku ja se, että tiedostossa on PEM-varmenteita.</translation>
    </message>
    <message>
        <source>The network proxy blocked the connection.</source>
        <translation>Verkon välityspalvelin estää luukun yhteyden.</translation>
    </message>
    <message>
        <source>Ask your IT support to allow this computer to connect to the register.</source>
        <translation>Pyydä IT‑tukea sallimaan yhteys Kaikukantaan.</translation>
    </message>
    <message>
        <source>What was sent is too large for the register.</source>
        <translation>Lähetys on liian suuri.</translation>
    </message>
    <message>
        <source>Nothing is lost. Report this to the developers of Kaikuluukku.</source>
        <translation>Mitään ei katoa. Ilmoita asiasta ohjelman tekijöille.</translation>
    </message>
    <message>
        <source>The translations for one language are missing.</source>
        <translation>Kielen tekstit puuttuvat.</translation>
    </message>
    <message>
        <source>Reinstall Kaikuluukku. Everything recorded here is kept.</source>
        <translation>Asenna Kaikuluukku uudelleen. Tehdyt kirjaukset ovat tallessa.</translation>
    </message>
    <message>
        <source>The register does not recognise this desk at the moment.</source>
        <translation>Kaikukanta ei juuri nyt tunnista tätä luukkua.</translation>
    </message>
    <message>
        <source>Keep working: everything is kept, and the program tries again automatically.</source>
        <translation>Jatka työtä: kaikki säilyy, ja ohjelma yrittää itse uudelleen.</translation>
    </message>
    <message>
        <source>The register does not know this activation code.</source>
        <translation>Kaikukanta ei tunne tätä aktivointikoodia.</translation>
    </message>
    <message>
        <source>Check each letter and digit of the code.</source>
        <translation>Tarkista koodi merkki merkiltä.</translation>
    </message>
    <message>
        <source>This activation code has already been used.</source>
        <translation>Aktivointikoodi on jo käytetty.</translation>
    </message>
    <message>
        <source>Ask Kaikukeskus for a new code.</source>
        <translation>Pyydä Kaikukeskukselta uusi koodi.</translation>
    </message>
    <message>
        <source>This activation code has expired.</source>
        <translation>Aktivointikoodi on vanhentunut.</translation>
    </message>
    <message>
        <source>The register&apos;s signature does not match the data received.</source>
        <translation>Haetun rekisterin allekirjoitus ei täsmää.</translation>
    </message>
    <message>
        <source>The new copy is not used. The desk keeps using the last valid copy.</source>
        <translation>Sitä ei oteta käyttöön. Viimeisin kelvollinen rekisteri pysyy käytössä.</translation>
    </message>
    <message>
        <source>The register rejected the request.</source>
        <translation>Kaikukanta ei hyväksynyt lähetystä.</translation>
    </message>
    <message>
        <source>Check what you entered, and check whether a newer version is available.</source>
        <translation>Tarkista antamasi tiedot ja se, onko ohjelmasta uudempi versio.</translation>
    </message>
    <message>
        <source>There is an error in this program: {name}.</source>
        <translation>Ohjelmassa on vika: {name}.</translation>
    </message>
    <message>
        <source>Everything recorded is safe. Please report this to the developers and include the log.</source>
        <translation>Tehdyt kirjaukset ovat tallessa. Kerro viasta ohjelman tekijöille; loki auttaa.</translation>
    </message>
    <message>
        <source>There is no rejected record with this ID.</source>
        <translation>Tällä tunnuksella ei ole hylättyä kirjausta.</translation>
    </message>
    <message>
        <source>It may already be resolved. List the queue again.</source>
        <translation>Se on ehkä jo selvitetty: katso selvitettävät uudelleen.</translation>
    </message>
    <message>
        <source>This action is not available for that record.</source>
        <translation>Tätä kirjausta ei voi selvittää näin.</translation>
    </message>
    <message>
        <source>Choose another action. The queue lists the available ones.</source>
        <translation>Valitse toinen tapa: mahdolliset tavat näkyvät kirjauksen kohdalla.</translation>
    </message>
    <message>
        <source>The note or the operator&apos;s mark cannot be saved in this form.</source>
        <translation>Viestiä tai lipunmyyjän merkintää ei voi tallentaa tällaisena.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Mitään ei tulostettu.</translation>
    </message>
    <message>
        <source>Check that the printer is on, or print to a PDF file.</source>
        <translation>Tarkista, että tulostin on päällä, tai tulosta PDF-tiedostoon.</translation>
    </message>
    <message>
        <source>The file cannot be read: {path}.</source>
        <translation>Tiedostoa ei voi lukea: {path}.</translation>
    </message>
    <message>
        <source>Check the file name and your permission to read the file.</source>
        <translation>Tarkista tiedoston nimi ja lukuoikeus.</translation>
    </message>
    <message>
        <source>The file cannot be saved: {path}.</source>
        <translation>Tiedostoa ei voi tallentaa: {path}.</translation>
    </message>
    <message>
        <source>Nothing was saved. Choose another folder, or free up disk space.</source>
        <translation>Mitään ei tallennettu. Valitse toinen paikka tai vapauta tilaa.</translation>
    </message>
    <message>
        <source>A file with that name already exists: {path}.</source>
        <translation>Samanniminen tiedosto on jo olemassa: {path}.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name.</source>
        <translation>Tiedostoa ei korvattu. Valitse toinen nimi.</translation>
    </message>
    <message>
        <source>The command was stopped.</source>
        <translation>Komento keskeytettiin.</translation>
    </message>
    <message>
        <source>What was recorded is kept. To finish it, give the command again.</source>
        <translation>Kirjatut tiedot ovat tallessa. Jatka antamalla komento uudelleen.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>Tarvitaan salalause.</translation>
    </message>
    <message>
        <source>Type it when asked, or set it in KAIKULUUKKU_PASSPHRASE.</source>
        <translation>Kirjoita se kysyttäessä tai anna se muuttujassa KAIKULUUKKU_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The passphrases do not match.</source>
        <translation>Salalauseet eivät olleet samat.</translation>
    </message>
    <message>
        <source>Type the passphrase again.</source>
        <translation>Kirjoita salalause uudelleen.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess.</source>
        <translation>Salalause on liian helppo arvata.</translation>
    </message>
    <message>
        <source>Use at least {shortest} characters and do not repeat the same ones. A few words make a good passphrase.</source>
        <translation>Käytä vähintään {shortest} merkkiä äläkä toista samoja merkkejä. Muutama sana peräkkäin on hyvä.</translation>
    </message>
    <message>
        <source>Nothing was imported. Check that you chose the right file.</source>
        <translation>Tiedostosta ei tuotu mitään. Tarkista, että tiedosto on oikea.</translation>
    </message>
    <message>
        <source>The file comes from a newer version of Kaikuluukku.</source>
        <translation>Tiedosto on tehty uudemmalla versiolla.</translation>
    </message>
    <message>
        <source>Nothing was imported. Install the latest version of Kaikuluukku.</source>
        <translation>Tiedostosta ei tuotu mitään. Asenna Kaikuluukun uusin versio.</translation>
    </message>
    <message>
        <source>The file is too large to be a transfer file.</source>
        <translation>Tiedosto on liian suuri siirtotiedostoksi.</translation>
    </message>
    <message>
        <source>Nothing was imported or saved. Check that you chose the right file.</source>
        <translation>Mitään ei tuotu eikä tallennettu. Tarkista, että tiedosto on oikea.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the file was changed.</source>
        <translation>Salalause on väärä, tai tiedostoa on muutettu.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete.</source>
        <translation>Tiedosto on vioittunut tai vajaa.</translation>
    </message>
    <message>
        <source>Nothing was imported. Copy the file again, or save a new one at the other desk.</source>
        <translation>Tiedostosta ei tuotu mitään. Kopioi tiedosto uudelleen tai tallenna uusi toisella luukulla.</translation>
    </message>
    <message>
        <source>The file belongs to another venue: {venue}.</source>
        <translation>Tiedosto on toisesta kohteesta: {venue}.</translation>
    </message>
    <message>
        <source>Kaikuluukku is already open but is not responding.</source>
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
        <source>Use a scanner, or type the card number.</source>
        <translation>Jatka lukijalla tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Kameraa ei löytynyt.</translation>
    </message>
    <message>
        <source>Connect a camera: it starts automatically. Until then, use a scanner or type the number.</source>
        <translation>Kytke kamera: se käynnistyy itsestään. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>The camera is not connected: {name}.</source>
        <translation>Kameraa ei löydy: {name}.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another camera. Until then, use a scanner or type the number.</source>
        <translation>Kytke se uudelleen tai valitse toinen. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>There is no picture from the camera: {name}.</source>
        <translation>Kamerasta ei tule kuvaa: {name}.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera, and check that this program may use it. Until then, use a scanner or type the number.</source>
        <translation>Sulje muut kameraa käyttävät ohjelmat ja tarkista, että tietokone sallii kameran käytön tälle ohjelmalle. Kamera käynnistyy itsestään. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>This program is not allowed to use the camera.</source>
        <translation>Tietokone ei salli kameran käyttöä tälle ohjelmalle.</translation>
    </message>
    <message>
        <source>Allow it in the computer&apos;s settings, or ask your IT support. Until then, use a scanner or type the number.</source>
        <translation>Salli se tietokoneen asetuksista tai kysy IT‑tuelta. Sitä ennen kirjoita numero tai käytä lukijaa.</translation>
    </message>
    <message>
        <source>There are no pictures to show in {path}.</source>
        <translation>Kuvaa ei löydy: {path}.</translation>
    </message>
    <message>
        <source>Choose a video, or a folder of PNG, JPEG or WebP pictures.</source>
        <translation>Anna video tai kansio, jossa on PNG-, JPEG- tai WebP-kuvia.</translation>
    </message>
    <message>
        <source>The program&apos;s font is missing: {path}.</source>
        <translation>Ohjelman fontti puuttuu: {path}.</translation>
    </message>
    <message>
        <source>The file is not a readable picture, or it is damaged: {path}.</source>
        <translation>Kuvaa ei voi lukea, tai se on vioittunut: {path}.</translation>
    </message>
    <message>
        <source>Take the picture again, or save it as PNG or JPEG.</source>
        <translation>Ota kuva uudelleen tai tallenna se PNG- tai JPEG-muodossa.</translation>
    </message>
    <message>
        <source>The picture is too large: {path}.</source>
        <translation>Kuva on liian suuri: {path}.</translation>
    </message>
    <message>
        <source>Reduce it to {most} megapixels or less, or crop it to the code.</source>
        <translation>Pienennä kuva enintään {most} megapikseliin tai rajaa siitä pelkkä koodi.</translation>
    </message>
    <message>
        <source>The help page is missing.</source>
        <translation>Ohje puuttuu.</translation>
    </message>
    <message>
        <source>The register address is missing.</source>
        <translation>Kaikukannan osoite puuttuu.</translation>
    </message>
    <message>
        <source>Set it with --api, or in this computer&apos;s policy file.</source>
        <translation>Anna se valitsimella --api tai tämän tietokoneen käytäntötiedostossa.</translation>
    </message>
    <message>
        <source>The activation code is missing.</source>
        <translation>Aktivointikoodi puuttuu.</translation>
    </message>
    <message>
        <source>Enter it with --code, or give a file with --code-file.</source>
        <translation>Anna se valitsimella --code tai tiedostossa valitsimella --code-file.</translation>
    </message>
    <message>
        <source>Other users can read the activation code file: {path}.</source>
        <translation>Muutkin käyttäjät voivat lukea tiedoston, jossa aktivointikoodi on: {path}.</translation>
    </message>
    <message>
        <source>The code was not used. Make the file readable only by the desk&apos;s user (mode 600).</source>
        <translation>Koodia ei käytetty. Salli luku vain luukun omalle käyttäjälle: oikeudet 600.</translation>
    </message>
    <message>
        <source>This computer&apos;s policy file cannot be used: {path}.</source>
        <translation>Tämän tietokoneen käytäntötiedostoa ei voi käyttää: {path}.</translation>
    </message>
    <message>
        <source>Ask your IT support to correct the file: {reason}.</source>
        <translation>Pyydä IT‑tukea korjaamaan tiedosto: {reason}.</translation>
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
        <source>The PIN is wrong.</source>
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
        <source>Wait {seconds} seconds and try again.</source>
        <translation>Odota {seconds} s ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>A PIN is set, and this command shows or changes visits.</source>
        <translation>PIN-koodi on käytössä, ja tämä komento näyttää tai muuttaa kirjauksia.</translation>
    </message>
    <message>
        <source>Type the PIN when asked, or give it with --pin-file FILE.</source>
        <translation>Anna PIN-koodi, kun sitä kysytään, tai valitsimella --pin-file TIEDOSTO.</translation>
    </message>
    <message>
        <source>Other users can read the PIN file: {path}.</source>
        <translation>Muutkin käyttäjät voivat lukea tiedoston, jossa PIN-koodi on: {path}.</translation>
    </message>
    <message>
        <source>Make the file readable only by its owner (chmod 600).</source>
        <translation>Salli lukeminen vain tiedoston omistajalle (chmod 600).</translation>
    </message>
    <message>
        <source>Only an administrator of this computer can remove the PIN.</source>
        <translation>Vain tämän tietokoneen ylläpitäjä voi poistaa PIN-koodin.</translation>
    </message>
    <message>
        <source>Run the command as a user who can write to {path}, or ask an administrator to create the empty file {slip} and run the command within 15 minutes.</source>
        <translation>Suorita komento käyttäjänä, jolla on kirjoitusoikeus tiedostoon {path}, tai pyydä ylläpitäjää luomaan tyhjä tiedosto {slip} ja suorita komento 15 minuutin kuluessa.</translation>
    </message>
    <message>
        <source>This row has already been recorded or removed.</source>
        <translation>Tämä rivi on jo kirjattu tai poistettu.</translation>
    </message>
    <message>
        <source>Recorded visits are on the page Visits.</source>
        <translation>Kirjatut käynnit näkyvät sivulla Käynnit.</translation>
    </message>
    <message>
        <source>This is not a key. A key has 64 characters: digits and the letters a to f.</source>
        <translation>Tämä ei ole avain: avaimessa on 64 merkkiä, numeroita ja kirjaimia a–f.</translation>
    </message>
    <message>
        <source>Copy the whole key and try again. Nothing was changed.</source>
        <translation>Kopioi se kokonaan ja yritä uudelleen. Mitään ei muutettu.</translation>
    </message>
    <message>
        <source>The key is wrong, or the whole file is damaged. Nothing was overwritten. Restore the key with restore-key, or enrol again with --set-aside. The old data is kept.</source>
        <translation>Avain on väärä, tai tiedosto on kokonaan vioittunut. Mitään ei muutettu. Palauta avain komennolla restore-key tai ota luukku uudelleen käyttöön valitsimella --set-aside: vanhat tiedot säilyvät.</translation>
    </message>
    <message>
        <source>This desk has no copy of the register yet.</source>
        <translation>Tällä luukulla ei ole vielä rekisteriä.</translation>
    </message>
    <message>
        <source>No file was saved. Sync first, or use another desk.</source>
        <translation>Tiedostoa ei tallennettu. Hae ensin rekisteri tai käytä toista luukkua.</translation>
    </message>
    <message>
        <source>This copy of the register cannot be saved: no other desk could verify it.</source>
        <translation>Tätä rekisteriä ei voi viedä toiselle luukulle: toinen luukku ei voisi tarkistaa sitä.</translation>
    </message>
    <message>
        <source>No file was saved. Sync once. If that does not help, the register runs an older version.</source>
        <translation>Tiedostoa ei tallennettu. Lähetä ja hae kerran. Jos se ei auta, Kaikukannan versio on vanhempi.</translation>
    </message>
    <message>
        <source>The cards in the file do not match the register&apos;s signature.</source>
        <translation>Tiedoston kortit eivät vastaa Kaikukannan allekirjoitusta.</translation>
    </message>
    <message>
        <source>Nothing was changed. Save a new file at a desk that is online.</source>
        <translation>Mitään ei muutettu. Tee uusi tiedosto luukulla, jolla on yhteys.</translation>
    </message>
    <message>
        <source>The register in the file is older than the one at this desk.</source>
        <translation>Tiedoston rekisteri on vanhempi kuin tämän luukun rekisteri.</translation>
    </message>
    <message>
        <source>The file is from a different register than this desk.</source>
        <translation>Tiedosto on toisesta Kaikukannasta kuin tämä luukku.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use a file from a desk that is enrolled with the same register.</source>
        <translation>Mitään ei muutettu. Käytä tiedostoa luukulta, joka on otettu käyttöön samassa Kaikukannassa.</translation>
    </message>
</context>
<context>
    <name>FeeField</name>
    <message>
        <source>Fee in euros</source>
        <translation>Maksu euroina</translation>
    </message>
    <message>
        <source>For example 60 or 37.50</source>
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
        <source>Highest: {bar}. The table next to the chart has all the numbers.</source>
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
        <source>All time</source>
        <translation>Koko ajalta</translation>
    </message>
    <message>
        <source>Choose dates</source>
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
        <source>Date</source>
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
        <source>Unknown offer</source>
        <translation>Tuntematon tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>All desks of the venue</source>
        <translation>Kohteen kaikki luukut</translation>
    </message>
    <message>
        <source>All recorded visits</source>
        <translation>Kaikki kirjatut käynnit</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>From {first}</source>
        <translation>{first} alkaen</translation>
    </message>
    <message>
        <source>Until {last}</source>
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
        <source>Created with Kaikuluukku on {day}</source>
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
    <name>FileDialog</name>
    <message>
        <source>Folder:</source>
        <translation>Kansio:</translation>
    </message>
    <message>
        <source>File type:</source>
        <translation>Tiedostomuoto:</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Date</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Status</source>
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
        <source>Set up later</source>
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
        <source>This is a web address, not a Kaikukortti</source>
        <translation>Tämä ei ole Kaikukortti vaan verkko-osoite</translation>
    </message>
    <message>
        <source>The address was not opened. Scan the code on the card, or type the card number.</source>
        <translation>Sitä ei avattu. Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>This looks like a ticket, not a Kaikukortti</source>
        <translation>Tämä ei ole Kaikukortti vaan ilmeisesti lippu</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type the card number.</source>
        <translation>Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>This is a product barcode, not a Kaikukortti</source>
        <translation>Tämä ei ole Kaikukortti vaan tuotteen viivakoodi</translation>
    </message>
    <message>
        <source>This is a personal identity code, not a Kaikukortti</source>
        <translation>Tämä ei ole Kaikukortti vaan henkilötunnus</translation>
    </message>
    <message>
        <source>The code was not saved. Scan the code on the card, or type the card number.</source>
        <translation>Sitä ei tallennettu. Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>There are two cards in front of the camera</source>
        <translation>Kameran edessä on kaksi korttia</translation>
    </message>
    <message>
        <source>Neither was read. Show one card at a time.</source>
        <translation>Kumpaakaan ei luettu. Näytä yksi kortti kerrallaan.</translation>
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
        <source>The result is not certain. Take the picture again, closer and in better light.</source>
        <translation>Tulos ei ole varma. Ota kuva uudelleen lähempää ja paremmassa valossa.</translation>
    </message>
    <message>
        <source>This is an activation code for the register at {address}.</source>
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
        <source>You scanned the same card again. It is counted once.</source>
        <translation>Sama kortti luettiin uudelleen. Se lasketaan kerran.</translation>
    </message>
    <message>
        <source>You scanned the same card again. It has already been recorded once.</source>
        <translation>Sama kortti luettiin uudelleen. Se kirjattiin vain kerran.</translation>
    </message>
    <message>
        <source>The previous card was not recorded. If it should be, scan it again.</source>
        <translation>Edellistä korttia ei kirjattu. Lue se uudelleen, jos se pitää kirjata.</translation>
    </message>
    <message>
        <source>A card that you scanned during recording was ignored. Scan it again after this one.</source>
        <translation>Kirjauksen aikana luettu kortti jäi huomiotta. Lue se uudelleen tämän jälkeen.</translation>
    </message>
    <message>
        <source>Scan the card again</source>
        <translation>Lue kortti uudelleen</translation>
    </message>
    <message>
        <source>Some characters may be missing.</source>
        <translation>Kaikki merkit eivät ehkä tulleet perille.</translation>
    </message>
    <message>
        <source>This is an activation code for a desk, not a Kaikukortti</source>
        <translation>Tämä ei ole Kaikukortti vaan luukun aktivointikoodi</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type the card number.</source>
        <translation>Lue kortissa oleva koodi tai kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>The register has this card without the last character, which is only a check character. Compare the number with the card.</source>
        <translation>Rekisterissä kortti on ilman viimeistä merkkiä, joka on vain tarkistusmerkki. Vertaa numeroa korttiin.</translation>
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
        <source>Note, {day}: {note}</source>
        <translation>Viesti {day}: {note}</translation>
    </message>
    <message>
        <source>Sent again {sent}, rejected again {refused}</source>
        <translation>Lähetetty uudelleen {sent}, hylätty taas {refused}</translation>
    </message>
    <message>
        <source>unknown offer</source>
        <translation>tuntematon tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Rejected {refused}</source>
        <translation>Hylätty {refused}</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ei vielä lähetetty</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>hylätty</translation>
    </message>
    <message>
        <source>rejected again {time}</source>
        <translation>hylätty taas {time}</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>ei lähetetty</translation>
    </message>
    <message>
        <source>also at {desk}, {time}</source>
        <translation>myös: {desk}, {time}</translation>
    </message>
    <message>
        <source>at two desks</source>
        <translation>kahdella luukulla</translation>
    </message>
    <message>
        <source>with Kaikukeskus</source>
        <translation>Kaikukeskuksella</translation>
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
        <source>give tickets to two more</source>
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
        <source>choose an offer from the tiles</source>
        <translation>valitse tapahtuma tai palvelu ruuduista</translation>
    </message>
    <message>
        <source>choose from all offers</source>
        <translation>valitse kaikista tapahtumista ja palveluista</translation>
    </message>
    <message>
        <source>start or finish a group</source>
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
        <source>You can set up this computer as a Kaikukortti ticket desk in a few minutes. First, choose your language. You can change it at any time.</source>
        <translation>Tästä tietokoneesta tulee Kaikukortin lippuluukku muutamassa minuutissa. Valitse ensin kieli. Voit vaihtaa sen milloin tahansa.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>To lock the window, first set a PIN in the settings, under Lock.</source>
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
        <source>If you set a PIN, the window locks at the start, when it has not been used for a while, and when you press Ctrl+L. The lock keeps out a passer-by, but not a thief who has the computer&apos;s disk.</source>
        <translation>Kun PIN-koodi on asetettu, ikkuna on lukittu käynnistettäessä ja lukittuu, kun ohjelmaa ei käytetä hetkeen tai kun painat Ctrl+L. Lukitus suojaa ohikulkijoilta mutta ei varkaalta, jolla on tietokoneen levy.</translation>
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
        <source>Repeat the PIN</source>
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
        <source>Enter the PIN to remove it.</source>
        <translation>Kysytään ennen poistamista.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Poista PIN-koodi</translation>
    </message>
    <message>
        <source>The PINs do not match.</source>
        <translation>Koodit eivät ole samat.</translation>
    </message>
    <message>
        <source>The PIN has been set.</source>
        <translation>PIN-koodi on asetettu.</translation>
    </message>
    <message>
        <source>The PIN has been removed.</source>
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
        <source>Recorded visits are safe and are still being sent. Enter the PIN to continue.</source>
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
        <source>Forgotten the PIN? An administrator of this computer can remove it with: {command}</source>
        <translation>Unohditko PIN-koodin? Tietokoneen ylläpitäjä voi poistaa sen: {command}</translation>
    </message>
    <message>
        <source>The lock keeps out a passer-by, but not a thief who has the computer&apos;s disk.</source>
        <translation>Lukitus suojaa ohikulkijoilta mutta ei varkaalta, jolla on tietokoneen levy.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n record(s) to resolve</source>
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
        <translatorcomment>A button; the heading is a noun.</translatorcomment>
        <translation>Lukitse</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Piilota viesti</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n setting(s) in the settings file could not be understood.</source>
        <translation>
            <numerusform>Asetustiedostossa on %n asetus, jota ei ymmärretty.</numerusform>
            <numerusform>Asetustiedostossa on %n asetusta, joita ei ymmärretty.</numerusform>
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
        <source>%n visit(s) saved.</source>
        <translation>
            <numerusform>%n käynti on tallennettu.</numerusform>
            <numerusform>%n käyntiä on tallennettu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) saved in the file.</source>
        <translation>
            <numerusform>%n kirjaus on tiedostossa.</numerusform>
            <numerusform>%n kirjausta on tiedostossa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported. They are sent with the next sync.</source>
        <translation>
            <numerusform>%n kirjaus on tuotu. Se lähetetään seuraavalla kerralla.</numerusform>
            <numerusform>%n kirjausta on tuotu. Ne lähetetään seuraavalla kerralla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were already on this desk.</source>
        <translation>
            <numerusform>%n kirjaus oli täällä jo ennestään.</numerusform>
            <numerusform>%n kirjausta oli täällä jo ennestään.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingNotice</name>
    <message>
        <source>I have read this</source>
        <translation>Olen lukenut tämän</translation>
    </message>
</context>
<context>
    <name>ModeBand</name>
    <message>
        <source>Scanning a card records the holder&apos;s ticket at once. Ctrl+Z undoes it. If the card includes children, choose the tickets and press Enter.</source>
        <translation>Kun kortti luetaan, haltijan lippu kirjataan heti. Ctrl+Z kumoaa. Jos korttiin kuuluu lapsia, valitse liput ja paina Enter.</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Pikakirjaus</translation>
    </message>
    <message>
        <source>Express is off.</source>
        <translation>Pikakirjaus on pois päältä.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>Scan and record the cards of the group one by one.</source>
        <translation>Lue ryhmän kortit yksi kerrallaan ja kirjaa jokainen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln kortti</numerusform>
            <numerusform>%Ln korttia</numerusform>
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
        <source>Start group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Aloita ryhmä</translation>
    </message>
    <message>
        <source>Finish group</source>
        <translation>Ryhmä valmis</translation>
    </message>
</context>
<context>
    <name>NeighbourWords</name>
    <message numerus="yes">
        <source>%n other desk(s) connected.</source>
        <translation>
            <numerusform>%n muu luukku yhteydessä.</numerusform>
            <numerusform>%n muuta luukkua yhteydessä.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is being copied from {desk}: {percent} %.</source>
        <translation>Rekisteriä kopioidaan luukulta {desk}: {percent} %.</translation>
    </message>
    <message>
        <source>No answer from {desks}</source>
        <translation>Ei vastaa: {desks}</translation>
    </message>
    <message numerus="yes">
        <source>%n other desk(s)</source>
        <translation>
            <numerusform>%n muu luukku</numerusform>
            <numerusform>%n muuta luukkua</numerusform>
        </translation>
    </message>
    <message>
        <source>Two computers work as this desk, and only one of them is heard. Close one, and have it enrolled as a desk of its own.</source>
        <translation>Kaksi tietokonetta toimii tänä luukkuna, ja vain toisen tiedot saadaan. Sulje toinen ja ota se käyttöön omana luukkunaan.</translation>
    </message>
    <message>
        <source>Connected, but it has sent unusually many records: the rest comes slowly. Tell your IT support.</source>
        <translation>Yhteydessä, mutta on lähettänyt poikkeuksellisen paljon tietoja: loput tulevat hitaasti. Ilmoita asiasta IT‑tuelle.</translation>
    </message>
    <message>
        <source>Connected, {address}</source>
        <translation>Yhteydessä, {address}</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ei vastaa</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Off. This desk exchanges nothing on the local network.</source>
        <translation>Ei käytössä. Tämä luukku ei vaihda tietoja lähiverkossa.</translation>
    </message>
    <message>
        <source>This desk has to be enrolled first.</source>
        <translation>Luukku pitää ensin ottaa käyttöön.</translation>
    </message>
    <message>
        <source>This computer does not let other desks connect. Ask your IT support.</source>
        <translation>Tietokone estää muiden luukkujen yhteydet. Kysy IT‑tuelta.</translation>
    </message>
    <message>
        <source>No other desk is known yet. Switch this on at the other desks too, and sync every desk twice.</source>
        <translation>Muita luukkuja ei vielä tunneta. Ota tämä käyttöön myös muilla luukuilla ja lähetä ja hae jokaisella luukulla kahdesti.</translation>
    </message>
    <message>
        <source>No other desk answers. Check that they are on and on the same network, or enter their addresses.</source>
        <translation>Mikään muu luukku ei vastaa. Tarkista, että ne ovat päällä ja samassa verkossa, tai anna niiden osoitteet.</translation>
    </message>
</context>
<context>
    <name>NeighboursPart</name>
    <message>
        <source>Other desks on the network</source>
        <translation>Muut luukut verkossa</translation>
    </message>
    <message>
        <source>Desks of this venue tell each other of tickets handed out and withdrawn, added offers and tickets left, with card numbers, and hand the register on, all of it encrypted. One that is online sends for all. Only desks known to the register can take part.</source>
        <translation>Kohteen luukut välittävät toisilleen kirjaukset ja perumiset korttien numeroineen, lisätyt tapahtumat ja palvelut, jäljellä olevien lippujen määrät ja uusimman rekisterin. Kaikki kulkee salattuna. Luukku, jolla on yhteys, lähettää kaikkien puolesta. Mukaan pääsevät vain Kaikukannan tuntemat luukut.</translation>
    </message>
    <message>
        <source>Exchange with other desks</source>
        <translation>Vaihda tietoja muiden luukkujen kanssa</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Osoitteet</translation>
    </message>
    <message>
        <source>Only if the desks do not find each other. Separate addresses with commas.</source>
        <translation>Vain jos luukut eivät löydä toisiaan. Erota osoitteet pilkuilla.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This desk&apos;s copy of the register is not up to date.</source>
        <translation>Rekisteriä ei ole päivitetty viime aikoina.</translation>
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
        <source>To pay: {amount} for each ticket.</source>
        <translation>Maksettavaa {amount} kustakin lipusta.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock looks wrong. Check the date and time.</source>
        <translation>Tietokoneen kello on ehkä väärässä. Tarkista päivä ja kellonaika.</translation>
    </message>
    <message>
        <source>This card already has tickets for this offer, given {earlier}.</source>
        <translation>Kortilla on jo lippuja tähän, annettu {earlier}.</translation>
    </message>
    <message>
        <source>Ask for the fee and type it in.</source>
        <translation>Kysy maksu ja kirjoita se.</translation>
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
        <source>What are the tickets for?</source>
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
        <source>No offers match your search.</source>
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
        <source>Remove the offer</source>
        <translation>Poista tarjonnasta</translation>
    </message>
    <message>
        <source>Remove this offer? Its visits are kept and counted.</source>
        <translation>Poistetaanko tämä tarjonnasta? Sen käynnit säilyvät ja lasketaan.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Keep the offer</source>
        <translation>Älä poista</translation>
    </message>
    <message>
        <source>Choose at the ticket desk</source>
        <translation>Valitse lippuluukulle</translation>
    </message>
    <message>
        <source>Chosen at the ticket desk</source>
        <translation>Valittuna lippuluukulla</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Use 200 characters or fewer.</source>
        <translation>Lyhennä: enintään 200 merkkiä.</translation>
    </message>
    <message>
        <source>Enter a time after the start, for example 21:30, or a later date.</source>
        <translation>Kirjoita alkua myöhempi kellonaika, esimerkiksi 21.30, tai myöhempi päivä.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Kirjoita kokonaisluku.</translation>
    </message>
    <message>
        <source>Enter an amount in euros, for example 25 or 12.50.</source>
        <translation>Kirjoita summa euroina, esimerkiksi 25 tai 12,50.</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>Enter the time in hours and minutes, for example 18:30.</source>
        <translation>Kirjoita tunnit ja minuutit, esimerkiksi 18.30.</translation>
    </message>
    <message>
        <source>Enter a name in Finnish.</source>
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
        <source>You can give tickets for it at once. It is sent to the register automatically.</source>
        <translation>Siihen voi antaa lippuja heti. Tieto menee Kaikukantaan itsestään.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Huomenna</translation>
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
        <source>Optional</source>
        <translation>Jos sellainen on</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nimi englanniksi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>For example 9.3.2027</source>
        <translation>Esimerkiksi 9.3.2027</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Alkaa</translation>
    </message>
    <message>
        <source>For example 18:30</source>
        <translation>Esimerkiksi 18.30</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Optional: a hall or an address</source>
        <translation>Sali tai osoite, jos tarpeen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Sector for statistics</source>
        <translation>Toimiala tilastoon</translation>
    </message>
    <message>
        <source>Children under {age} included</source>
        <translation>Alle {age}-vuotiaat lapset voivat tulla mukaan</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Päättyy</translation>
    </message>
    <message>
        <source>For example 21:30, or a date</source>
        <translation>Esimerkiksi 21.30 tai päivä</translation>
    </message>
    <message>
        <source>Kaikukortti tickets in all</source>
        <translation>Kaikukortti-lippuja yhteensä</translation>
    </message>
    <message>
        <source>Leave this empty if there is no quota</source>
        <translation>Jätä tyhjäksi, jos määrää ei ole rajattu</translation>
    </message>
    <message>
        <source>Leave this empty if there is no limit</source>
        <translation>Jätä tyhjäksi, jos rajaa ei ole</translation>
    </message>
    <message>
        <source>Visits per card</source>
        <translation>Käyttökertoja korttia kohti</translation>
    </message>
    <message>
        <source>Number of days or months</source>
        <translation>Päivien tai kuukausien määrä</translation>
    </message>
    <message>
        <source>Courses per card, all courses together</source>
        <translation>Kursseja korttia kohti, kaikki kurssit yhteensä</translation>
    </message>
    <message>
        <source>Price of a ticket or place</source>
        <translation>Lipun tai paikan hinta</translation>
    </message>
    <message>
        <source>In euros, for example 60</source>
        <translation>Euroina, esimerkiksi 60</translation>
    </message>
    <message>
        <source>The venue&apos;s share at most</source>
        <translation>Kohteen osuus enintään</translation>
    </message>
    <message>
        <source>The rest is to be paid</source>
        <translation>Loput jäävät maksettavaksi</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Limit period</source>
        <translation>Ajanjakso</translation>
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
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Kohde</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Offer</source>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Choose the offer</source>
        <translation>Valitse tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>No offer chosen</source>
        <translation>Ei vielä valittu</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>All Kaikukortti tickets for this offer have been given out.</source>
        <translation>Kaikukortille varatut liput on annettu.</translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} tickets left</source>
        <translation>
            <numerusform>%n lippu jäljellä, kaikkiaan {total}</numerusform>
            <numerusform>%n lippua jäljellä, kaikkiaan {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card in total</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta kaikkiaan</numerusform>
            <numerusform>Korttia kohti: %n kertaa kaikkiaan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per day</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta päivässä</numerusform>
            <numerusform>Korttia kohti: %n kertaa päivässä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per calendar year</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta kalenterivuodessa</numerusform>
            <numerusform>Korttia kohti: %n kertaa kalenterivuodessa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per school year</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta lukuvuodessa</numerusform>
            <numerusform>Korttia kohti: %n kertaa lukuvuodessa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card per term</source>
        <translation>
            <numerusform>Korttia kohti: %n kerta lukukaudessa</numerusform>
            <numerusform>Korttia kohti: %n kertaa lukukaudessa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) per card</source>
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
        <source>all the venue&apos;s courses together</source>
        <translation>kohteen kaikki kurssit yhteensä</translation>
    </message>
    <message>
        <source>Ask for the fee: the part above {amount} is to be paid.</source>
        <translation>Kysy maksu: maksettavaksi jää osa, joka ylittää {amount}.</translation>
    </message>
    <message>
        <source>Free with a Kaikukortti.</source>
        <translation>Kaikukortilla maksuton.</translation>
    </message>
    <message>
        <source>To pay: {amount}.</source>
        <translation>Maksettavaa {amount}.</translation>
    </message>
    <message>
        <source>Children and grandchildren under {age} also get free tickets.</source>
        <translation>Myös alle {age}-vuotiaat lapset ja lapsenlapset saavat liput.</translation>
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
        <source>No set date</source>
        <translation>Ilman päivämäärää</translation>
    </message>
    <message>
        <source>Past</source>
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
        <source>Upcoming</source>
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
        <source>Ongoing</source>
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
        <source>Tickets are available.</source>
        <translation>Lippuja voi antaa.</translation>
    </message>
    <message>
        <source>Sold out: there are no free tickets to a sold-out event.</source>
        <translation>Loppuunmyyty: loppuunmyytyyn tapahtumaan ei saa maksuttomia lippuja.</translation>
    </message>
    <message>
        <source>Cancelled: no tickets can be given.</source>
        <translation>Peruttu: lippuja ei anneta.</translation>
    </message>
    <message>
        <source>Available</source>
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
        <source>Number of days</source>
        <translation>Tietty määrä päiviä</translation>
    </message>
    <message>
        <source>Number of calendar months</source>
        <translation>Tietty määrä kalenterikuukausia</translation>
    </message>
    <message>
        <source>Added at this desk. Waiting to be sent.</source>
        <translation>Lisätty täällä; odottaa lähetystä.</translation>
    </message>
    <message>
        <source>Added at this desk. Being sent to the register.</source>
        <translation>Lisätty täällä; matkalla Kaikukantaan.</translation>
    </message>
    <message>
        <source>Added at this desk. Received by the register.</source>
        <translation>Lisätty täällä; on Kaikukannassa.</translation>
    </message>
    <message>
        <source>Added at this desk. The register rejected it: see To resolve.</source>
        <translation>Lisätty täällä; Kaikukanta ei hyväksynyt sitä. Syy näkyy sivulla Selvitettävät.</translation>
    </message>
    <message>
        <source>Added at this desk. Removed.</source>
        <translation>Lisätty täällä; poistettu tarjonnasta.</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>Offers</source>
        <translation>Tarjonta</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
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
        <source>Filtered by {sectors}: {count} of {total} offers.</source>
        <translation>Vain {sectors}: {count}/{total} näkyvissä.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Näytä kaikki</translation>
    </message>
    <message>
        <source>Try other words, or clear the filter.</source>
        <translation>Kokeile muita sanoja tai poista suodatus.</translation>
    </message>
    <message>
        <source>No matching offers</source>
        <translation>Ei hakutuloksia</translation>
    </message>
    <message>
        <source>Offers come from the register. You can also add your own.</source>
        <translation>Tarjonta tulee Kaikukannasta. Voit lisätä myös oman tapahtuman tai palvelun.</translation>
    </message>
    <message>
        <source>No offers yet</source>
        <translation>Ei vielä tarjontaa</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Lähetä ja hae nyt</translation>
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
        <source>Opening the ticket desk…</source>
        <translation>Lippuluukkua avataan…</translation>
    </message>
    <message>
        <source>Repairing damaged data. Please wait: this can take a few minutes.</source>
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
        <source>Then press Enter to see which tickets to hand out.</source>
        <translation>Paina sitten Enter. Näet heti, mitkä liput annetaan.</translation>
    </message>
    <message>
        <source>Press Enter to check the card</source>
        <translation>Tarkista kortti painamalla Enter</translation>
    </message>
    <message>
        <source>Esc clears the number.</source>
        <translation>Esc poistaa numeron.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Tarkistetaan…</translation>
    </message>
    <message>
        <source>The card is not in this desk&apos;s copy of the register, so the desk is asking the central register.</source>
        <translation>Korttia ei ole tämän luukun rekisterissä. Luukku kysyy sitä Kaikukannasta.</translation>
    </message>
    <message>
        <source>Kaikukanta does not know this card</source>
        <translation>Kaikukanta ei tunne tätä korttia</translation>
    </message>
    <message>
        <source>The desk asked just now. Compare the number with the card: it may be mistyped.</source>
        <translation>Asia tarkistettiin juuri. Vertaa numeroa korttiin: siinä voi olla kirjoitusvirhe.</translation>
    </message>
    <message>
        <source>If the number is right, you can record the visit using the date on the card. The register may reject it later, although the tickets have been given.</source>
        <translation>Jos numero on oikein, voit kirjata käynnin korttiin painetun päivän mukaan. Kaikukanta voi hylätä kirjauksen myöhemmin, vaikka liput on jo annettu.</translation>
    </message>
    <message>
        <source>The central register does not answer. Check the number. If it is right, you can record the visit using the date on the card. The register may reject it later.</source>
        <translation>Kaikukanta ei vastaa. Tarkista numero. Jos se on oikein, voit kirjata käynnin korttiin painetun päivän mukaan. Kaikukanta voi hylätä kirjauksen myöhemmin.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Avataan luukkua…</translation>
    </message>
    <message>
        <source>No offers yet</source>
        <translation>Ei vielä tarjontaa</translation>
    </message>
    <message>
        <source>Offers come from the register. Connect this computer to the internet and wait a moment. If none appear, ask Kaikukeskus whether your offers are in the register.</source>
        <translation>Tarjonta haetaan Kaikukannasta. Yhdistä tietokone internetiin ja odota hetki. Jos mitään ei tule, kysy Kaikukeskukselta, onko tarjontanne Kaikukannassa.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Record undone</source>
        <translation>Kirjaus kumottu</translation>
    </message>
    <message>
        <source>You can restore it until the end of the day.</source>
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
        <source>Record using the date on the card</source>
        <translation>Kirjaa painetun päivän mukaan</translation>
    </message>
    <message>
        <source>Check the number</source>
        <translation>Tarkista numero</translation>
    </message>
    <message>
        <source>Continue</source>
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
        <source>Asking the central register…</source>
        <translation>Kysytään Kaikukannasta…</translation>
    </message>
    <message>
        <source>The ticket was recorded when you scanned the card. Ctrl+Z undoes it. If you scan the card again, press Enter to record it.</source>
        <translation>Kirjattiin heti, kun kortti luettiin. Ctrl+Z kumoaa. Jos luet kortin uudelleen, kirjaa se Enterillä.</translation>
    </message>
    <message>
        <source>Group finished</source>
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
        <source>Status</source>
        <translation>Tila</translation>
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
        <source>This card already has a visit for this offer and date. Record it anyway?</source>
        <translation>Sama kortti on jo kirjattu tähän samana päivänä. Kirjataanko silti?</translation>
    </message>
    <message>
        <source>Enter the last valid day printed on the card.</source>
        <translation>Kirjoita korttiin painettu viimeinen voimassaolopäivä.</translation>
    </message>
    <message>
        <source>Enter an amount in euros, for example 25 or 12.50.</source>
        <translation>Kirjoita summa euroina, esimerkiksi 25 tai 12,50.</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
</context>
<context>
    <name>PaperEntryPanel</name>
    <message numerus="yes">
        <source>Record %n ready row(s)</source>
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
        <source>%n row(s) belong to another offer or date.</source>
        <translation>
            <numerusform>%n rivi on syötetty toiselle tapahtumalle, palvelulle tai päivälle. Se pysyy siellä.</numerusform>
            <numerusform>%n riviä on syötetty toiselle tapahtumalle, palvelulle tai päivälle. Ne pysyvät siellä.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to this offer and date</source>
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
        <source>%n row(s) need checking.</source>
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
        <source>Record this row anyway</source>
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
        <source>Hide recorded rows</source>
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
        <source>Event, course or service</source>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Check the last valid day on the card. The card is still valid on that day.</source>
        <translation>Katso kortista viimeinen voimassaolopäivä: kortti on voimassa vielä sinä päivänä.</translation>
    </message>
    <message>
        <source>Use one line for each card. Copy the number exactly, and write how many tickets of each kind.</source>
        <translation>Jokaiselle kortille oma rivi: numero merkki merkiltä ja lippujen määrät sarakkeisiin.</translation>
    </message>
    <message>
        <source>Personal card: holder, children and grandchildren under {age}. Community card: worker and clients under {community_age}. Assistants are always free.</source>
        <translation>Asiakkaan kortti: haltija ja alle {age}-vuotiaat lapset ja lapsenlapset. Yhteisön kortti: työntekijä ja alle {community_age}-vuotiaat asiakkaat. Avustaja pääsee aina maksutta.</translation>
    </message>
    <message>
        <source>When the computer works again, enter the lines on the page Paper forms. Then destroy this form.</source>
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
        <source>Paper forms</source>
        <translation>Paperilomake</translation>
    </message>
    <message>
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>Offer</source>
        <translatorcomment>One offer, in a form; columns and filters say Tarjonta.</translatorcomment>
        <translation>Tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>Choose the offer: {now}</source>
        <translation>Valitse lomakkeen tapahtuma tai palvelu: {now}</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>p.k.vvvv</translation>
    </message>
    <message>
        <source>No offer chosen</source>
        <translation>Ei vielä valittu</translation>
    </message>
    <message>
        <source>Enter forms</source>
        <translation>Kirjaa lomakkeelta</translation>
    </message>
    <message>
        <source>Print a form</source>
        <translation>Tulosta lomake</translation>
    </message>
    <message>
        <source>Date of the visits</source>
        <translation>Käyntien päivä</translation>
    </message>
</context>
<context>
    <name>PaperPrintPanel</name>
    <message>
        <source>The form has been saved.</source>
        <translation>Lomake on tallennettu.</translation>
    </message>
    <message>
        <source>The form was sent to the printer.</source>
        <translation>Lomake lähetettiin tulostimelle.</translation>
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
        <source>Pages (%n line(s) each)</source>
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
        <source>Preview of the form</source>
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
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
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
        <source>Scan any card to test the scanner. Nothing is checked or recorded on this page.</source>
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
        <source>Undoing…</source>
        <translation>Kumotaan…</translation>
    </message>
    <message>
        <source>Undone {time}</source>
        <translation>Kumottu klo {time}</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Palautetaan…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Palauta</translation>
    </message>
    <message>
        <source>Restore the last record</source>
        <translation>Palauta viimeisin kirjaus</translation>
    </message>
    <message>
        <source>Undo the last record</source>
        <translation>Kumoa viimeisin kirjaus</translation>
    </message>
</context>
<context>
    <name>RecoveryWords</name>
    <message numerus="yes">
        <source>%n unsent record(s) imported from the old data.</source>
        <translation>
            <numerusform>%n lähettämätön kirjaus otettiin mukaan talteen siirretyistä tiedoista.</numerusform>
            <numerusform>%n lähettämätöntä kirjausta otettiin mukaan talteen siirretyistä tiedoista.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync once: what had been sent is still in the register. Then compare the page Visits with your own notes and paper forms for that time, and record again what is missing.</source>
        <translation>Lähetä ja hae kerran: jo lähetetyt kirjaukset ovat tallessa Kaikukannassa. Vertaa sitten sivua Käynnit omiin muistiinpanoihinne ja paperilomakkeisiin siltä ajalta ja kirjaa puuttuvat käynnit uudelleen.</translation>
    </message>
    <message>
        <source>This desk&apos;s data was damaged.</source>
        <translation>Tämän luukun tiedot olivat vioittuneet.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) recovered.</source>
        <translation>
            <numerusform>%n käynti pelastettiin.</numerusform>
            <numerusform>%n käyntiä pelastettiin.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s database was older than its operation log. This can happen in a power cut, or when a backup or a cloud service restores an old file.</source>
        <translation>Tämän luukun tietokanta oli vanhempi kuin sen kirjausloki. Näin voi käydä sähkökatkossa tai kun varmuuskopiointi tai pilvipalvelu palauttaa vanhan tiedoston.</translation>
    </message>
    <message>
        <source>The newest part of this desk&apos;s data was missing.</source>
        <translation>Tämän luukun tiedoista puuttui uusin osa.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) recovered from the operation log and waiting to be sent.</source>
        <translation>
            <numerusform>%n kirjaus saatiin kirjauslokista; se odottaa lähetystä.</numerusform>
            <numerusform>%n kirjausta saatiin kirjauslokista; ne odottavat lähetystä.</numerusform>
        </translation>
    </message>
    <message>
        <source>The operation log, the second copy of the records, was damaged or missing as well.</source>
        <translation>Myös kirjausloki eli kirjausten toinen kappale oli vioittunut tai kadonnut.</translation>
    </message>
    <message>
        <source>The operation log, the second copy of the records, was damaged or missing. It has been completed from the database.</source>
        <translation>Kirjausloki eli kirjausten toinen kappale oli vioittunut tai kadonnut. Se täydennettiin tietokannasta.</translation>
    </message>
    <message>
        <source>The file with the number of the last record was damaged or missing.</source>
        <translation>Tiedosto, jossa on viimeisen kirjauksen numero, oli vioittunut tai kadonnut.</translation>
    </message>
    <message>
        <source>Some of the most recent records may also be missing.</source>
        <translation>Osa viimeksi tehdyistä kirjauksista voi puuttua.</translation>
    </message>
    <message>
        <source>Records made after {time} may be missing.</source>
        <translation>Ajankohdan {time} jälkeen tehtyjä kirjauksia voi puuttua.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be recovered.</source>
        <translation>
            <numerusform>%n kirjausta ei voitu pelastaa.</numerusform>
            <numerusform>%n kirjausta ei voitu pelastaa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made before {last} could not be recovered.</source>
        <translation>
            <numerusform>%n ennen ajankohtaa {last} tehtyä kirjausta ei voitu pelastaa.</numerusform>
            <numerusform>%n ennen ajankohtaa {last} tehtyä kirjausta ei voitu pelastaa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made between {first} and {last} could not be recovered.</source>
        <translation>
            <numerusform>%n aikavälillä {first} – {last} tehtyä kirjausta ei voitu pelastaa.</numerusform>
            <numerusform>%n aikavälillä {first} – {last} tehtyä kirjausta ei voitu pelastaa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept in {path}.</source>
        <translation>Vioittunut tiedosto on tallessa kansiossa {path}.</translation>
    </message>
    <message>
        <source>The register and the offers are downloaded again.</source>
        <translation>Rekisteri ja tarjonta haetaan uudelleen Kaikukannasta.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Not in the register</source>
        <translation>Korttia ei löydy rekisteristä</translation>
    </message>
    <message>
        <source>Check the number. If it is right, the card may be too new to be in the register. You can record the visit using the last valid day printed on the card.</source>
        <translation>Tarkista numero. Jos se on oikein, kortti voi olla niin uusi, ettei se ole vielä rekisterissä. Voit kirjata käynnin korttiin painetun päivän mukaan.</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Kortti ei ole vielä voimassa</translation>
    </message>
    <message>
        <source>The card becomes valid on a later date.</source>
        <translation>Kortti tulee voimaan myöhemmin ja käy siitä päivästä alkaen.</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>Kortin voimassaolo on päättynyt</translation>
    </message>
    <message>
        <source>The holder can get a new card from a Kaikukortti issuer.</source>
        <translation>Uuden kortin saa kortinjakajalta.</translation>
    </message>
    <message>
        <source>The card is suspended</source>
        <translation>Kortti on toistaiseksi pois käytöstä</translation>
    </message>
    <message>
        <source>The issuer of the card can help.</source>
        <translation>Kortinjakaja tietää asiasta lisää ja voi auttaa.</translation>
    </message>
    <message>
        <source>The card is no longer in use</source>
        <translation>Kortti on poistettu käytöstä</translation>
    </message>
    <message>
        <source>The holder may have a new card. The issuer of the card can help.</source>
        <translation>Haltijalla voi olla uusi kortti. Kortinjakaja voi auttaa.</translation>
    </message>
    <message>
        <source>The card is valid only in its own area</source>
        <translation>Kortti käy vain omalla alueellaan</translation>
    </message>
    <message>
        <source>The card belongs to a local pilot and cannot be used here.</source>
        <translation>Se kuuluu paikalliseen kokeiluun, eikä sitä voi käyttää täällä.</translation>
    </message>
    <message>
        <source>Too many children for this card</source>
        <translation>Lapsia on enemmän kuin korttiin kuuluu</translation>
    </message>
    <message>
        <source>No children&apos;s tickets for this offer</source>
        <translation>Tähän ei saa lasten lippuja</translation>
    </message>
    <message>
        <source>Wrong tickets for this kind of card</source>
        <translation>Nämä liput eivät kuulu tälle kortille</translation>
    </message>
    <message>
        <source>The register sets how many children and grandchildren under {age} the card covers.</source>
        <translation>Rekisteri kertoo, montako alle {age}-vuotiasta lasta ja lapsenlasta korttiin kuuluu.</translation>
    </message>
    <message>
        <source>This is a course, or for adults only. The others can get their tickets.</source>
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
        <source>All Kaikukortti tickets for this offer have been given out.</source>
        <translation>Kaikukortille varatut liput on annettu.</translation>
    </message>
    <message>
        <source>The card has reached its limit</source>
        <translation>Kortin käyttökerrat tähän on käytetty</translation>
    </message>
    <message>
        <source>Each card has a limit for this offer. Suggest another offer.</source>
        <translation>Kortilla ei saa tähän enempää lippuja. Ehdota jotakin muuta.</translation>
    </message>
    <message>
        <source>The event is cancelled</source>
        <translation>Tapahtuma on peruttu</translation>
    </message>
    <message>
        <source>Choose another offer (F2).</source>
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
        <source>The register has a different record with this ID</source>
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
        <source>Check the card number and the tickets. A visit needs at least one ticket.</source>
        <translation>Tarkista numero ja liput: lippuja on oltava vähintään yksi.</translation>
    </message>
    <message>
        <source>The register copy is too old</source>
        <translation>Rekisteri on liian vanha</translation>
    </message>
    <message>
        <source>This desk&apos;s copy of the register is too old. Connect to the internet as soon as you can.</source>
        <translation>Tämän luukun rekisteri on liian vanha. Yhdistä tietokone internetiin heti, kun voit.</translation>
    </message>
    <message>
        <source>Children come with the holder</source>
        <translation>Lapset tulevat haltijan kanssa</translation>
    </message>
    <message>
        <source>Add the holder&apos;s ticket: children under {age} go together with the holder.</source>
        <translation>Lisää haltijan lippu: alle {age}-vuotiaat lapset tulevat yhdessä haltijan kanssa.</translation>
    </message>
    <message>
        <source>Clients come with the worker</source>
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
        <source>Check the number for typing errors and correct it. If it is right, send the record again later: some cards are registered late.</source>
        <translation>Tarkista numero ja korjaa, jos siinä on näppäilyvirhe. Jos numero on oikein, lähetä kirjaus myöhemmin uudelleen: osa korteista rekisteröidään jälkikäteen.</translation>
    </message>
    <message>
        <source>The card was not valid yet on that date.</source>
        <translation>Kortti ei ollut vielä voimassa sinä päivänä.</translation>
    </message>
    <message>
        <source>Check the number and the date. If both are right, withdraw the visit.</source>
        <translation>Tarkista numero ja päivä. Jos ne ovat oikein, peru kirjaus.</translation>
    </message>
    <message>
        <source>The card had expired by that date.</source>
        <translation>Kortin voimassaolo oli päättynyt siihen päivään mennessä.</translation>
    </message>
    <message>
        <source>The card was suspended.</source>
        <translation>Kortti oli toistaiseksi pois käytöstä.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit, or send it to Kaikukeskus.</source>
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
        <source>The card is valid only in its own area.</source>
        <translation>Kortti käy vain omalla alueellaan.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, withdraw the visit.</source>
        <translation>Tarkista numero. Jos se on oikein, peru kirjaus.</translation>
    </message>
    <message>
        <source>There were more children&apos;s tickets than the card covers.</source>
        <translation>Lasten lippuja oli enemmän kuin korttiin kuuluu lapsia.</translation>
    </message>
    <message>
        <source>Correct the tickets to match what was handed out.</source>
        <translation>Korjaa liput sen mukaan, mitä annettiin.</translation>
    </message>
    <message>
        <source>The offer does not include children, or the holder&apos;s ticket was missing.</source>
        <translation>Tähän ei saa lasten lippuja, tai haltijan lippu puuttui.</translation>
    </message>
    <message>
        <source>Correct the tickets or the offer.</source>
        <translation>Korjaa liput tai vaihda tapahtuma tai palvelu.</translation>
    </message>
    <message>
        <source>These tickets are not for this kind of card.</source>
        <translation>Nämä liput eivät kuulu tällaiselle kortille.</translation>
    </message>
    <message>
        <source>Correct the tickets. One visit has tickets for a personal card or for a community card, not for both.</source>
        <translation>Korjaa liput: joko asiakkaan kortin liput tai yhteisön kortin liput, ei molempia.</translation>
    </message>
    <message>
        <source>There were no Kaikukortti tickets left for this offer.</source>
        <translation>Kaikukortti-liput olivat loppuneet.</translation>
    </message>
    <message>
        <source>Increase the number of tickets in the register and send the record again, or withdraw the visit.</source>
        <translation>Lisää Kaikukortti-lippuja Kaikukannassa ja lähetä kirjaus uudelleen, tai peru se.</translation>
    </message>
    <message>
        <source>The card had already reached its limit.</source>
        <translation>Korttia oli jo käytetty tähän niin monta kertaa kuin saa.</translation>
    </message>
    <message>
        <source>If another visit with this card was a mistake, withdraw that visit and send this one again. Otherwise, withdraw this one.</source>
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
        <source>The register has a different record with this ID.</source>
        <translation>Kaikukannassa on samalla tunnuksella toinen kirjaus.</translation>
    </message>
    <message>
        <source>Correct the visit. It is then recorded again with a new ID.</source>
        <translation>Korjaa kirjaus: käynti kirjataan uudelleen omalla tunnuksellaan.</translation>
    </message>
    <message>
        <source>The register could not read this record.</source>
        <translation>Kaikukanta ei pystynyt lukemaan kirjausta.</translation>
    </message>
    <message>
        <source>Install the latest version of Kaikuluukku and send the record again, or send it to Kaikukeskus.</source>
        <translation>Asenna ohjelman uusin versio ja lähetä kirjaus uudelleen, tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The record is too old for the register.</source>
        <translation>Kirjaus on liian vanha.</translation>
    </message>
    <message>
        <source>If the date is wrong, correct it. Otherwise, send the record to Kaikukeskus with a note.</source>
        <translation>Jos päivä on väärä, korjaa se. Muuten siirrä asia Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The record is too large for the register.</source>
        <translation>Lähetys on liian suuri.</translation>
    </message>
    <message>
        <source>Send it to Kaikukeskus, and report this to the developers of Kaikuluukku.</source>
        <translation>Siirrä se Kaikukeskukselle ja ilmoita asiasta ohjelman tekijöille.</translation>
    </message>
    <message>
        <source>The register rejected this record.</source>
        <translation>Kaikukanta ei hyväksynyt kirjausta.</translation>
    </message>
    <message>
        <source>Send it again, or send it to Kaikukeskus with a note.</source>
        <translation>Lähetä se uudelleen, tai siirrä se Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The register does not accept a visit with a date in the future.</source>
        <translation>Kaikukanta ei ota vastaan käyntiä, jonka päivä on vasta tulossa.</translation>
    </message>
    <message>
        <source>Enter the right date: correct the visit and send it again.</source>
        <translation>Anna käynnille oikea päivä: korjaa se ja lähetä uudelleen.</translation>
    </message>
    <message>
        <source>The register did not withdraw the visit.</source>
        <translation>Kaikukanta ei hyväksynyt kirjauksen perumista.</translation>
    </message>
    <message>
        <source>The register still counts the visit. Send the withdrawal again, or send it to Kaikukeskus with a note.</source>
        <translation>Käynti lasketaan siellä yhä. Lähetä peruminen uudelleen, tai siirrä se Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The register did not accept the offer that your venue added.</source>
        <translation>Kaikukanta ei hyväksynyt itse lisättyä tarjontaa.</translation>
    </message>
    <message>
        <source>Visits to this offer wait until the register accepts it. Correct the offer, or send it to Kaikukeskus with a note.</source>
        <translation>Siihen kirjatut käynnit odottavat, että Kaikukanta hyväksyy sen. Korjaa tiedot, tai siirrä asia Kaikukeskukselle ja kirjoita viesti.</translation>
    </message>
    <message>
        <source>The card was used at another desk too, while the desks could not reach each other.</source>
        <translation>Korttia käytettiin myös toisella luukulla, kun luukuilla ei ollut yhteyttä toisiinsa.</translation>
    </message>
    <message>
        <source>If both visits are right, mark this as seen. If not, withdraw one of them: this one here, or the other one at the other desk.</source>
        <translation>Jos kumpikin käynti on oikein, merkitse tämä nähdyksi. Jos ei ole, peru toinen niistä: tämä täällä tai toinen toisella luukulla.</translation>
    </message>
    <message>
        <source>The card&apos;s limit was exceeded, since the desks could not reach each other.</source>
        <translation>Kortin raja ylittyi, koska luukuilla ei ollut yhteyttä toisiinsa.</translation>
    </message>
    <message>
        <source>The register may reject one of the visits. Agree with the other desk on which one to withdraw, or mark this as seen.</source>
        <translation>Kaikukanta voi hylätä jommankumman käynnin. Sovi toisen luukun kanssa, kumpi perutaan, tai merkitse tämä nähdyksi.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Korjaa ja lähetä uudelleen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Lähetä uudelleen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Peru kirjaus</translation>
    </message>
    <message>
        <source>Send to Kaikukeskus</source>
        <translation>Siirrä Kaikukeskukselle</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>Merkitse nähdyksi</translation>
    </message>
    <message>
        <source>The register does not know the offer of this visit.</source>
        <translation>Kaikukanta ei tunne kirjauksen tapahtumaa tai palvelua.</translation>
    </message>
    <message>
        <source>The visit is sent automatically once the register has the offer. If the register rejected your venue&apos;s own offer, correct that first, or choose the right offer for the visit.</source>
        <translation>Kirjaus lähetetään itsestään, kun tapahtuma tai palvelu on Kaikukannassa. Jos Kaikukanta ei hyväksynyt itse lisättyä tapahtumaa tai palvelua, korjaa ensin se tai vaihda kirjaukseen oikea.</translation>
    </message>
    <message>
        <source>Sending this record keeps failing.</source>
        <translation>Tämän kirjauksen lähettäminen epäonnistuu kerta toisensa jälkeen.</translation>
    </message>
    <message>
        <source>Everything else is sent. The program tries this record again automatically, at longer and longer intervals. Tell your IT support if it stays here.</source>
        <translation>Kaikki muu lähetetään. Tätä ohjelma yrittää itse uudelleen, yhä harvemmin. Ilmoita IT‑tuelle, jos kirjaus jää tähän.</translation>
    </message>
    <message>
        <source>This record cannot be read on this computer.</source>
        <translation>Tätä kirjausta ei voi lukea tällä tietokoneella.</translation>
    </message>
    <message>
        <source>The record is kept unchanged, and everything else is sent. Install the latest version of Kaikuluukku, or send the record to Kaikukeskus.</source>
        <translation>Se säilyy sellaisenaan, ja kaikki muu lähetetään. Asenna ohjelman uusin versio tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>This was recorded for another venue or another register.</source>
        <translation>Tämä on kirjattu toiselle kohteelle tai toiseen rekisteriin.</translation>
    </message>
    <message>
        <source>The record is kept but not sent from this desk. Enrol this desk at that venue again, ask your IT support to move the record to a desk of that venue in a file, or send it to Kaikukeskus.</source>
        <translation>Kirjaus säilyy, mutta sitä ei lähetetä tältä luukulta. Ota luukku uudelleen käyttöön kyseisessä kohteessa, pyydä IT‑tukea siirtämään kirjaus tiedostona kyseisen kohteen luukulle tai siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The register has not accepted this record for a long time.</source>
        <translation>Kaikukanta ei ole pitkään aikaan ottanut tätä kirjausta vastaan.</translation>
    </message>
    <message>
        <source>The program tries again automatically. If the record stays here, send it to Kaikukeskus.</source>
        <translation>Ohjelma yrittää itse uudelleen. Jos kirjaus jää tähän, siirrä se Kaikukeskukselle.</translation>
    </message>
    <message>
        <source>The register does not accept notes, so nobody has received this one. Contact Kaikukeskus.</source>
        <translation>Kaikukanta ei ota viestejä vastaan, joten kukaan ei ole saanut tätä. Ota yhteyttä Kaikukeskukseen.</translation>
    </message>
    <message>
        <source>The note is waiting to be sent.</source>
        <translation>Viesti odottaa lähetystä.</translation>
    </message>
    <message>
        <source>The register has not accepted the note for a long time, so nobody has received it yet. The program tries again automatically.</source>
        <translation>Kaikukanta ei ole pitkään aikaan ottanut viestiä vastaan, joten kukaan ei ole vielä saanut sitä. Ohjelma yrittää itse uudelleen.</translation>
    </message>
    <message>
        <source>Kaikukeskus has received the note.</source>
        <translation>Kaikukeskus on saanut viestin.</translation>
    </message>
</context>
<context>
    <name>RegisterFilePart</name>
    <message>
        <source>The two do not match.</source>
        <translation>Salalauseet eivät ole samat.</translation>
    </message>
    <message>
        <source>Saving the register</source>
        <translation>Rekisteriä viedään tiedostoon</translation>
    </message>
    <message>
        <source>Importing the register</source>
        <translation>Rekisteriä tuodaan</translation>
    </message>
    <message>
        <source>Save the register in a file</source>
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
        <source>A desk that is online saves the register on a memory stick, and an offline desk of the same venue imports it. Every card is verified by Kaikukanta&apos;s own signature.</source>
        <translation>Luukku, jolla on yhteys, tallentaa rekisterin muistitikulle, ja saman kohteen luukku, jolla ei ole yhteyttä, tuo sen. Jokainen kortti tarkistetaan Kaikukannan allekirjoituksella.</translation>
    </message>
    <message>
        <source>Save in a file…</source>
        <translation>Vie tiedostoon…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Tuo tiedostosta…</translation>
    </message>
    <message>
        <source>At least 10 characters. A few words make a good passphrase.</source>
        <translation>Vähintään 10 merkkiä. Muutama sana peräkkäin on hyvä.</translation>
    </message>
    <message>
        <source>Passphrase for the file</source>
        <translation>Tiedoston salalause</translation>
    </message>
    <message>
        <source>Repeat the passphrase</source>
        <translation>Salalause uudelleen</translation>
    </message>
    <message>
        <source>Save the file</source>
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
        <source>Downloading the register</source>
        <translation>Rekisteriä haetaan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmista</translation>
    </message>
    <message>
        <source>Cards are now checked at once, even offline.</source>
        <translation>Kortit tarkistetaan nyt heti, myös ilman verkkoyhteyttä.</translation>
    </message>
    <message>
        <source>With a copy of the register on this computer, cards are checked at once, even offline. You can open the ticket desk now: the download continues.</source>
        <translation>Kun rekisteri on tällä tietokoneella, kortit tarkistetaan heti, myös ilman verkkoyhteyttä. Voit avata lippuluukun jo nyt: haku jatkuu samalla.</translation>
    </message>
    <message>
        <source>Open the ticket desk</source>
        <translation>Avaa lippuluukku</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) downloaded.</source>
        <translation>
            <numerusform>%Ln kortti on haettu.</numerusform>
            <numerusform>%Ln korttia on haettu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) so far</source>
        <translation>
            <numerusform>%Ln kortti tähän mennessä</numerusform>
            <numerusform>%Ln korttia tähän mennessä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message numerus="yes">
        <source>%Ln card(s) saved in the file.</source>
        <translation>
            <numerusform>%Ln kortti tallennettiin tiedostoon.</numerusform>
            <numerusform>%Ln korttia tallennettiin tiedostoon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) imported.</source>
        <translation>
            <numerusform>%Ln kortti tuotiin.</numerusform>
            <numerusform>%Ln korttia tuotiin.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is too old to check cards.</source>
        <translation>Rekisteri on liian vanha korttien tarkistamiseen.</translation>
    </message>
    <message>
        <source>This desk can check cards offline until {time} today.</source>
        <translation>Tällä luukulla voi tarkistaa kortteja ilman yhteyttä tänään klo {time} asti.</translation>
    </message>
    <message>
        <source>This desk can check cards offline until {day}.</source>
        <translation>Tällä luukulla voi tarkistaa kortteja ilman yhteyttä {day} asti.</translation>
    </message>
    <message>
        <source>Can be used until {time} today</source>
        <translation>Käytettävissä tänään klo {time} asti</translation>
    </message>
    <message>
        <source>Can be used until {day}</source>
        <translation>Käytettävissä {day} asti</translation>
    </message>
    <message>
        <source>The register is from {day}, {time}.</source>
        <translation>Rekisteri on päivitetty {day} klo {time}.</translation>
    </message>
</context>
<context>
    <name>RejectionDetails</name>
    <message numerus="yes">
        <source>Select all %n with this reason</source>
        <translation>
            <numerusform>Valitse tämä %n, jolla on sama syy</numerusform>
            <numerusform>Valitse kaikki %n, joilla on sama syy</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the offer</source>
        <translation>Poista tarjonnasta</translation>
    </message>
    <message>
        <source>Remove this offer? Its visits are kept and counted.</source>
        <translation>Poistetaanko tämä tarjonnasta? Sen käynnit säilyvät ja lasketaan.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Keep the offer</source>
        <translation>Älä poista</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)?</source>
        <translation>
            <numerusform>Perutaanko %n kirjaus?</numerusform>
            <numerusform>Perutaanko %n kirjausta?</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw this visit?</source>
        <translation>Perutaanko tämä kirjaus?</translation>
    </message>
    <message>
        <source>Withdraw the visit</source>
        <translation>Peru kirjaus</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n visit(s)</source>
        <translation>
            <numerusform>Peru %n kirjaus</numerusform>
            <numerusform>Peru %n kirjausta</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Älä peru</translation>
    </message>
    <message>
        <source>Note to Kaikukeskus (do not write names)</source>
        <translation>Viesti Kaikukeskukselle (älä kirjoita nimiä)</translation>
    </message>
    <message>
        <source>Send with this note</source>
        <translation>Siirrä ja lähetä viesti</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Älä siirrä</translation>
    </message>
</context>
<context>
    <name>RejectionsPage</name>
    <message>
        <source>To resolve</source>
        <translation>Selvitettävät</translation>
    </message>
    <message>
        <source>Sent again. The register&apos;s answer appears here.</source>
        <translation>Lähetetty uudelleen. Kaikukannan vastaus näkyy täällä.</translation>
    </message>
    <message numerus="yes">
        <source>The register accepted %n record(s) that you sent again.</source>
        <translation>
            <numerusform>Kaikukanta hyväksyi %n uudelleen lähetetyn kirjauksen.</numerusform>
            <numerusform>Kaikukanta hyväksyi %n uudelleen lähetettyä kirjausta.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register rejected the record again at {time}. {reason}</source>
        <translation>Kaikukanta ei hyväksynyt kirjausta nytkään (klo {time}). {reason}</translation>
    </message>
    <message>
        <source>Records sent to Kaikukeskus stay visible, and you can return to them at any time.</source>
        <translation>Kaikukeskukselle siirretyt kirjaukset pysyvät näkyvissä, ja niihin voi palata milloin vain.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) selected</source>
        <translation>
            <numerusform>%n kirjaus valittu</numerusform>
            <numerusform>%n kirjausta valittu</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to Kaikukeskus</source>
        <translation>Siirretty Kaikukeskukselle</translation>
    </message>
    <message>
        <source>Records that ask for a decision.</source>
        <translation>Kirjaukset, jotka vaativat päätöksen.</translation>
    </message>
    <message>
        <source>Nothing to resolve</source>
        <translation>Ei selvitettävää</translation>
    </message>
    <message>
        <source>If the register rejects a record, it appears here.</source>
        <translation>Jos Kaikukanta ei hyväksy kirjausta, se näkyy täällä.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>The program cannot write to its data folder: {path}. You can view everything and save it in files, but you cannot record or send anything. Check the folder&apos;s permissions.</source>
        <translation>Tietokansioon ei voi kirjoittaa: {path}. Kaikkea voi katsoa ja tallentaa tiedostoihin, mutta mitään ei voi kirjata eikä lähettää. Tarkista kansion käyttöoikeudet.</translation>
    </message>
    <message>
        <source>{keeper} manages the data folder {path} and can restore older files or lock them while you work. Close the program, move the folder to this computer&apos;s own disk, outside the folders that {keeper} manages, and start the program with --home and the new folder.</source>
        <translation>Tietokansio {path} on palvelun {keeper} hallinnassa. Palvelu voi palauttaa vanhoja tiedostoja tai lukita niitä kesken työn. Sulje ohjelma, siirrä kansio tämän tietokoneen omalle levylle palvelun {keeper} ulottumattomiin ja käynnistä ohjelma valitsimella --home ja uudella kansiolla.</translation>
    </message>
    <message>
        <source>The last record is in the database but could not be written to its second copy, the operation log. Nothing is lost. The program tries again with the next record and at the next start. If you see this message again, ask your IT support to check the disk.</source>
        <translation>Viimeisin kirjaus on tietokannassa, mutta sitä ei voitu kirjoittaa kirjauslokiin eli toiseen kappaleeseen. Mitään ei ole kadonnut. Ohjelma yrittää uudelleen seuraavan kirjauksen yhteydessä ja seuraavalla käynnistyskerralla. Jos tämä ilmoitus toistuu, pyydä IT‑tukea tarkistamaan levy.</translation>
    </message>
    <message>
        <source>The old data is kept in {path}. If you find its key and restore it, unsent records are imported automatically.</source>
        <translation>Vanhat tiedot ovat tallessa kansiossa {path}. Jos niiden avain löytyy, ohjelma ottaa lähettämättömät kirjaukset mukaan itse.</translation>
    </message>
    <message>
        <source>The key is missing or wrong, or the whole file is damaged. Nothing was overwritten. If you can restore the key, close the program, restore the key and start the program again. If not, set up this desk again with a new activation code: the old data is kept.</source>
        <translation>Avain on kadonnut tai väärä, tai tiedosto on kokonaan vioittunut. Mitään ei muutettu. Jos avain voidaan palauttaa, sulje ohjelma ja käynnistä se uudelleen avaimen palauttamisen jälkeen. Muuten aloita alusta: vanhat tiedot siirretään talteen, ja luukku otetaan käyttöön uudella aktivointikoodilla.</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>Aloita alusta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Part of this desk&apos;s data is damaged. You can keep serving the queue. At a quiet moment, close the window and start the program again: it then repairs the data.</source>
        <translation>Osa tämän luukun tiedoista on vioittunut. Voit jatkaa jonon palvelemista. Sulje ikkuna rauhallisella hetkellä ja käynnistä ohjelma uudelleen: se korjaa tiedot silloin itse.</translation>
    </message>
</context>
<context>
    <name>ScannerSetupForm</name>
    <message>
        <source>No key at the end.</source>
        <translation>Lopussa ei ole näppäintä.</translation>
    </message>
    <message>
        <source>Enter at the end.</source>
        <translation>Lopussa on Enter.</translation>
    </message>
    <message>
        <source>Tab at the end.</source>
        <translation>Lopussa on Tab.</translation>
    </message>
    <message>
        <source>Some characters are missing, or the card was not read with the scanner.</source>
        <translation>Kaikki merkit eivät tulleet perille, tai korttia ei luettu lukijalla.</translation>
    </message>
    <message>
        <source>That was not a card.</source>
        <translation>Luettu koodi ei ollut kortti.</translation>
    </message>
    <message>
        <source>Scan any card now</source>
        <translation>Lue nyt mikä tahansa kortti</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Käytä tätä</translation>
    </message>
    <message>
        <source>Keep the old setting</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Before and after the number</source>
        <translation>Ennen numeroa ja sen jälkeen</translation>
    </message>
    <message>
        <source>Scan any card of the kind you use.</source>
        <translation>Lue mikä tahansa kortti, jollaisia luukulla käytetään.</translation>
    </message>
    <message>
        <source>Waiting for the scanner: scan a card now. Its number is not saved.</source>
        <translation>Odotetaan lukijaa: lue kortti nyt. Kortin numeroa ei tallenneta.</translation>
    </message>
    <message>
        <source>Does your scanner add something to every code? Scan one card to set it up.</source>
        <translation>Lisääkö lukija jotakin jokaiseen koodiin? Lue yksi kortti, niin asetus tehdään.</translation>
    </message>
    <message>
        <source>Current setting: {around}</source>
        <translation>Nykyinen asetus: {around}</translation>
    </message>
    <message>
        <source>The scan had: {around}</source>
        <translation>Luettiin: {around}</translation>
    </message>
    <message>
        <source>This is already the setting.</source>
        <translation>Asetus on jo tämä.</translation>
    </message>
    <message>
        <source>The card is not in this desk&apos;s copy of the register: check whether this looks right.</source>
        <translation>Korttia ei ole tämän luukun rekisterissä: katso, näyttääkö tämä oikealta.</translation>
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
        <source>before the number {before}, after it {after}.</source>
        <translation>ennen numeroa {before}, numeron jälkeen {after}.</translation>
    </message>
    <message>
        <source>The program cannot tell where the number begins and ends.</source>
        <translation>Ohjelma ei voi päätellä, mistä numero alkaa ja mihin se päättyy.</translation>
    </message>
</context>
<context>
    <name>ScannerStep</name>
    <message>
        <source>Try the scanner</source>
        <translation>Kokeile lukijaa</translation>
    </message>
    <message>
        <source>Scan any barcode or QR code to check that the scanner works with this computer. If you have no scanner, continue: you can also type card numbers.</source>
        <translation>Lue mikä tahansa viiva- tai QR-koodi. Näet täällä, ymmärtävätkö lukija ja tietokone toisiaan. Jos lukijaa ei ole, jatka: numerot voi myös kirjoittaa.</translation>
    </message>
</context>
<context>
    <name>ScannerTrial</name>
    <message>
        <source>nothing (each scan takes a little longer)</source>
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
        <source>US</source>
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
        <source>UK</source>
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
        <source>If nothing happens, set the scanner to work as a keyboard. Its manual has a barcode for this, often called USB keyboard or HID.</source>
        <translation>Eikö mitään tapahdu? Lukija on asetettava toimimaan näppäimistönä: käyttöohjeessa on sitä varten viivakoodi, usein nimellä USB keyboard tai HID.</translation>
    </message>
    <message>
        <source>The scanner is ready to use</source>
        <translation>Lukija on käyttövalmis</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>Luettu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Nopeus</translation>
    </message>
    <message>
        <source>{ms} ms per character</source>
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
        <source>The scanner read a card number.</source>
        <translation>Lukija luki kortin numeron.</translation>
    </message>
    <message>
        <source>The scanner read an activation code.</source>
        <translation>Lukija luki aktivointikoodin.</translation>
    </message>
    <message>
        <source>same layout as this computer</source>
        <translation>lukijassa ja tietokoneessa sama</translation>
    </message>
    <message>
        <source>Caps Lock is on; the program corrects this</source>
        <translation>Caps Lock on päällä; ohjelma korjaa sen</translation>
    </message>
    <message>
        <source>the scanner is set to {scanner} and the computer to {computer}; the program corrects this</source>
        <translation>lukijassa {scanner}, tietokoneessa {computer}; ohjelma korjaa sen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Tyhjennä haku</translation>
    </message>
</context>
<context>
    <name>Season</name>
    <message>
        <source>This desk can check cards offline until {day}.</source>
        <translation>Tällä luukulla voi tarkistaa kortteja ilman yhteyttä {day} asti.</translation>
    </message>
    <message>
        <source>The register has not been downloaded to this computer yet.</source>
        <translation>Tällä tietokoneella ei ole vielä rekisteriä.</translation>
    </message>
    <message>
        <source>Sync now, or import a file from another desk.</source>
        <translation>Lähetä ja hae nyt tai tuo tiedosto toiselta luukulta.</translation>
    </message>
    <message>
        <source>This desk can check cards offline only until {day}.</source>
        <translation>Tällä luukulla voi tarkistaa kortteja ilman yhteyttä vain {day} asti.</translation>
    </message>
    <message>
        <source>Sync now: then the register lasts until {best}.</source>
        <translation>Lähetä ja hae nyt: sitten se riittää {best} asti.</translation>
    </message>
    <message>
        <source>The register is too old to check cards.</source>
        <translation>Rekisteri on liian vanha korttien tarkistamiseen.</translation>
    </message>
    <message>
        <source>This desk can check cards offline only until {time} today.</source>
        <translation>Tällä luukulla voi tarkistaa kortteja ilman yhteyttä enää tänään klo {time} asti.</translation>
    </message>
    <message>
        <source>The register cannot last that long: it lasts until {day} at most.</source>
        <translation>Rekisteri ei riitä niin pitkään: se riittää enintään {day} asti.</translation>
    </message>
    <message>
        <source>Sync as late as you can. By that date, connect the computer to a network or import a register file that another desk of the venue has saved.</source>
        <translation>Lähetä ja hae niin myöhään kuin voit. Yhdistä tietokone siihen päivään mennessä verkkoon tai tuo rekisteritiedosto, joka on tallennettu kohteen toisella luukulla.</translation>
    </message>
    <message>
        <source>The desk stays enrolled offline until {day}.</source>
        <translation>Luukku pysyy käytössä ilman yhteyttä {day} asti.</translation>
    </message>
    <message>
        <source>The desk stays enrolled offline only until {day}.</source>
        <translation>Ilman yhteyttä luukku pysyy käytössä vain {day} asti.</translation>
    </message>
    <message>
        <source>Plan a connection before that date: one sync is enough.</source>
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
        <source>Sync now.</source>
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
        <source>No card expires before {day}.</source>
        <translation>Minkään kortin voimassaolo ei pääty ennen {day}.</translation>
    </message>
    <message>
        <source>Of {all} cards, {count} expire before {day}. If a holder shows a renewed card, record the visit using the date on the card; staff know how.</source>
        <translation>Kortteja on {all}. Ennen {day} päättyviä on {count}. Jos haltija näyttää uusitun kortin, kirjaa siihen painetun päivän mukaan. Lipunmyyjät tietävät, miten.</translation>
    </message>
    <message>
        <source>Offers in this period: {count}, the last on {day}. They include all offers of the season.</source>
        <translation>Tapahtumia ja palveluja tänä aikana: {count}, viimeinen {day}. Kauden koko tarjonta on mukana.</translation>
    </message>
    <message>
        <source>There are no offers until {day}.</source>
        <translation>Tarjonnassa ei ole mitään {day} asti.</translation>
    </message>
    <message>
        <source>Sync now, or add your own on the page Offers.</source>
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
        <source>Free up disk space: visits cannot be recorded on a full disk.</source>
        <translation>Vapauta tilaa: täydelle levylle ei voi kirjata käyntejä.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is still right after a night switched off and unplugged. If not, replace its battery.</source>
        <translation>Tietokoneen kello on oikeassa myös sen jälkeen, kun kone on ollut yön sammutettuna ja irti pistorasiasta. Jos ei ole, kellon paristo on vaihdettava.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong, or was wrong.</source>
        <translation>Tietokoneen kello on väärässä tai oli väärässä.</translation>
    </message>
    <message>
        <source>Set the clock, then sync. If it is wrong again after a night switched off, have its battery replaced.</source>
        <translation>Aseta kello oikeaan aikaan. Lähetä ja hae sitten. Jos kello on sammutetun yön jälkeen taas väärässä, vaihdata sen paristo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens this desk&apos;s data.</source>
        <translation>Järjestelmän avainnippu avaa tämän luukun tiedot.</translation>
    </message>
    <message>
        <source>The key to this desk&apos;s data can be read from {path}.</source>
        <translation>Tämän luukun tietojen avain on luettavissa tiedostosta {path}.</translation>
    </message>
    <message>
        <source>A second desk is ready in case this computer breaks. Known desks: {names}.</source>
        <translation>Toinen luukku on valmiina, jos tämä tietokone rikkoutuu. Tunnetut luukut: {names}.</translation>
    </message>
    <message>
        <source>A second computer is enrolled as a desk of this venue, in case this one breaks.</source>
        <translation>Toinen tietokone on otettu käyttöön kohteen luukkuna siltä varalta, että tämä rikkoutuu.</translation>
    </message>
    <message>
        <source>Paper forms have been printed and are at the counter.</source>
        <translation>Paperilomakkeet on tulostettu, ja ne ovat luukulla.</translation>
    </message>
    <message>
        <source>The administrator has a copy of the key to this desk&apos;s data.</source>
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
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>The list was sent to the printer.</source>
        <translation>Luettelo lähetettiin tulostimelle.</translation>
    </message>
    <message>
        <source>Without a network until {day}</source>
        <translation>Ilman verkkoa {day} asti</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Aika ilman verkkoa</translation>
    </message>
    <message>
        <source>What to do today</source>
        <translation>Tänään tehtävät</translation>
    </message>
    <message>
        <source>Enter the last date without a network, and tick what is done.</source>
        <translation>Anna viimeinen päivä ilman verkkoa ja merkitse tehdyt kohdat.</translation>
    </message>
    <message>
        <source>Last date without a network</source>
        <translation>Viimeinen päivä ilman verkkoa</translation>
    </message>
    <message>
        <source>d.m.yyyy</source>
        <translation>p.k.vvvv</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Tarkista</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>Tulosta luettelo…</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>Modules of the program that load: {found}.</source>
        <translation>Latautuvia ohjelman osia: {found}.</translation>
    </message>
    <message>
        <source>A module of the program does not load ({wrong}).</source>
        <translation>Ohjelman osa ei lataudu ({wrong}).</translation>
    </message>
    <message>
        <source>The encrypted database works: {found}.</source>
        <translation>Salattu tietokanta toimii: {found}.</translation>
    </message>
    <message>
        <source>The encrypted database does not work ({wrong}).</source>
        <translation>Salattu tietokanta ei toimi ({wrong}).</translation>
    </message>
    <message>
        <source>The library for keyrings loads: {found}.</source>
        <translation>Avainnipun kirjasto latautuu: {found}.</translation>
    </message>
    <message>
        <source>The library for keyrings does not load ({wrong}).</source>
        <translation>Avainnipun kirjasto ei lataudu ({wrong}).</translation>
    </message>
    <message>
        <source>Codes can be read: {found}.</source>
        <translation>Koodien lukeminen toimii: {found}.</translation>
    </message>
    <message>
        <source>Codes cannot be read ({wrong}).</source>
        <translation>Koodien lukeminen ei toimi ({wrong}).</translation>
    </message>
    <message>
        <source>Codes in picture files can be read: {found}.</source>
        <translation>Koodien lukeminen kuvatiedostoista toimii: {found}.</translation>
    </message>
    <message>
        <source>Codes in picture files cannot be read ({wrong}).</source>
        <translation>Koodien lukeminen kuvatiedostoista ei toimi ({wrong}).</translation>
    </message>
    <message>
        <source>Cameras can be used: {found}.</source>
        <translation>Kameran käyttö toimii: {found}.</translation>
    </message>
    <message>
        <source>Cameras cannot be used ({wrong}).</source>
        <translation>Kameran käyttö ei toimi ({wrong}).</translation>
    </message>
    <message>
        <source>Tables can be written: {found}.</source>
        <translation>Taulukoiden kirjoittaminen toimii: {found}.</translation>
    </message>
    <message>
        <source>Tables cannot be written ({wrong}).</source>
        <translation>Taulukoiden kirjoittaminen ei toimi ({wrong}).</translation>
    </message>
    <message>
        <source>Signatures and transfer files work: {found}.</source>
        <translation>Allekirjoitukset ja siirtotiedostot toimivat: {found}.</translation>
    </message>
    <message>
        <source>Signatures or transfer files do not work ({wrong}).</source>
        <translation>Allekirjoitukset tai siirtotiedostot eivät toimi ({wrong}).</translation>
    </message>
    <message>
        <source>Certificate authorities in the program: {found}.</source>
        <translation>Ohjelman mukana olevia varmenneviranomaisia: {found}.</translation>
    </message>
    <message>
        <source>The certificate authorities cannot be used ({wrong}).</source>
        <translation>Varmenneviranomaisten luetteloa ei voi käyttää ({wrong}).</translation>
    </message>
    <message>
        <source>Finland&apos;s time zone is known: {found}.</source>
        <translation>Suomen aikavyöhyke tunnetaan: {found}.</translation>
    </message>
    <message>
        <source>Finland&apos;s time zone is not known ({wrong}).</source>
        <translation>Suomen aikavyöhykettä ei tunneta ({wrong}).</translation>
    </message>
    <message>
        <source>Plugins of Qt that were loaded: {found}.</source>
        <translation>Ladattuja Qt:n liitännäisiä: {found}.</translation>
    </message>
    <message>
        <source>A plugin of Qt does not load ({wrong}).</source>
        <translation>Qt:n liitännäinen ei lataudu ({wrong}).</translation>
    </message>
    <message>
        <source>Pages of the window that were drawn: {found}.</source>
        <translation>Piirrettyjä ikkunan sivuja: {found}.</translation>
    </message>
    <message>
        <source>The window cannot be drawn ({wrong}).</source>
        <translation>Ikkunaa ei voi piirtää ({wrong}).</translation>
    </message>
    <message>
        <source>The program can start itself to write a table.</source>
        <translation>Ohjelma voi käynnistää itsensä taulukon kirjoittamista varten.</translation>
    </message>
    <message>
        <source>The program cannot start itself to write a table ({wrong}).</source>
        <translation>Ohjelma ei voi käynnistää itseään taulukon kirjoittamista varten ({wrong}).</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Asenna ohjelma uudelleen.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
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
        <source>Quiet sounds tell you: recorded, check the screen, no ticket. The screen always shows the same.</source>
        <translation>Hillityt äänet: kirjattu, katso näyttöä, ei lippua. Sama kerrotaan aina myös tekstinä.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Äänenvoimakkuus</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Kuuntele</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>sound</comment>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Check the screen</source>
        <comment>sound</comment>
        <translation>Katso näyttöä</translation>
    </message>
    <message>
        <source>No ticket</source>
        <comment>sound</comment>
        <translation>Ei lippua</translation>
    </message>
    <message>
        <source>This computer has no program that plays sounds. On Linux, install pipewire-bin, pulseaudio-utils or alsa-utils. Everything else works as before.</source>
        <translation>Tällä tietokoneella ei ole ohjelmaa, joka soittaa ääniä. Asenna Linuxissa pipewire-bin, pulseaudio-utils tai alsa-utils. Kaikki muu toimii entiseen tapaan.</translation>
    </message>
    <message>
        <source>The sound could not be played. Check that the speaker is connected and turned on, then try again. Everything else works normally.</source>
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
        <source>Enter the date as day, month and year, for example 9.3.2027.</source>
        <translation>Kirjoita päivä, kuukausi ja vuosi, esimerkiksi 9.3.2027.</translation>
    </message>
    <message>
        <source>The first day must not be after the last day.</source>
        <translation>Ensimmäinen päivä on viimeisen jälkeen.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Register not downloaded</source>
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
        <source>Syncing…</source>
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
        <source>Offline: you can keep working</source>
        <translation>Ei yhteyttä – voit jatkaa</translation>
    </message>
    <message>
        <source>Desk blocked</source>
        <translation>Luukun käyttö estetty</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Tilastot</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Aikaväli</translation>
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
        <source>Save PDF</source>
        <translation>Tallenna PDF</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Tallenna raportti PDF-tiedostona</translation>
    </message>
    <message>
        <source>Save Excel</source>
        <translation>Tallenna Excel</translation>
    </message>
    <message>
        <source>Save the visits for Excel</source>
        <translation>Tallenna käynnit Excel-tiedostona</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Tallenna CSV</translation>
    </message>
    <message>
        <source>Save the visits as CSV</source>
        <translation>Tallenna käynnit CSV-tiedostona</translation>
    </message>
    <message>
        <source>Visits with card numbers</source>
        <translation>Käynnit ja korttien numerot</translation>
    </message>
    <message>
        <source>The files above contain no card numbers. Save card numbers only if the culture office asks for them, and keep the file safe: card numbers show where people go.</source>
        <translation>Yllä olevissa tiedostoissa ei ole korttien numeroita. Tallenna numerot vain, jos kulttuuritoimi pyytää niitä. Numero kertoo, missä kortin haltija käy, joten säilytä tiedosto turvassa.</translation>
    </message>
    <message>
        <source>Save with card numbers</source>
        <translation>Tallenna korttien numerot</translation>
    </message>
    <message>
        <source>Save card numbers in a file?</source>
        <translation>Tallennetaanko korttien numerot tiedostoon?</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Tallenna numerot</translation>
    </message>
    <message>
        <source>Do not save them</source>
        <translation>Älä tallenna numeroita</translation>
    </message>
    <message>
        <source>Assistants, counted separately</source>
        <translation>Avustajat (lasketaan erikseen)</translation>
    </message>
    <message>
        <source>No visits in this period</source>
        <translation>Ei käyntejä tältä ajalta</translation>
    </message>
    <message>
        <source>Visits appear here as soon as you record tickets.</source>
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
        <source>Saving {file}…</source>
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
        <source>Included: %n visit(s) that the register has not confirmed yet.</source>
        <translation>
            <numerusform>Mukana: %n käynti, joka odottaa Kaikukannan vastausta.</numerusform>
            <numerusform>Mukana: %n käyntiä, jotka odottavat Kaikukannan vastausta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, recorded from the card alone: %n</source>
        <translation>
            <numerusform>Näistä %n käynnin korttia ei voitu tarkistaa.</numerusform>
            <numerusform>Näistä %n käynnin kortteja ei voitu tarkistaa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not included: %n rejected visit(s).</source>
        <translation>
            <numerusform>Ei mukana: %n käynti, jota Kaikukanta ei hyväksynyt.</numerusform>
            <numerusform>Ei mukana: %n käyntiä, joita Kaikukanta ei hyväksynyt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not included: %n withdrawn visit(s).</source>
        <translation>
            <numerusform>Ei mukana: %n peruttu kirjaus.</numerusform>
            <numerusform>Ei mukana: %n peruttua kirjausta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n to resolve</source>
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
        <source>Version {version} available</source>
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
    <name>SyncWords</name>
    <message>
        <source>The program tries again at once.</source>
        <translation>Ohjelma yrittää heti uudelleen.</translation>
    </message>
    <message>
        <source>The next attempt is at {time}.</source>
        <translation>Seuraava yritys on klo {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) sent again: missing from the register</source>
        <translation>
            <numerusform>%n kirjaus lähetettiin uudelleen: se puuttui Kaikukannasta</numerusform>
            <numerusform>%n kirjausta lähetettiin uudelleen: ne puuttuivat Kaikukannasta</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk&apos;s data is in use in two places, or an old copy was restored. The desk has downloaded what the register knows about it. If the data was copied to another computer, enrol that computer as a separate desk.</source>
        <translation>Tämän luukun tietoja käytetään kahdessa paikassa, tai vanha kopio on palautettu. Luukulle on haettu ne tiedot, jotka Kaikukannassa on siitä. Jos tiedot on kopioitu toiselle tietokoneelle, ota se käyttöön omana luukkunaan.</translation>
    </message>
    <message>
        <source>The register has not recognised this desk for two days. You can keep working: everything is kept. Ask Kaikukeskus for a new activation code, and enrol the desk again.</source>
        <translation>Kaikukanta ei ole tunnistanut tätä luukkua kahteen päivään. Voit jatkaa työtä: kaikki säilyy. Pyydä Kaikukeskukselta uusi aktivointikoodi ja ota luukku uudelleen käyttöön.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n record(s) made between {first} and {last} are lost: visits, withdrawals, notes or your own offers. An older copy of this desk&apos;s data was restored before they were sent, so neither the desk nor the register has them. Compare the pages Visits and Offers with your own notes and paper forms, and record again what is missing.</source>
        <translation>
            <numerusform>Ainakin %n aikavälillä {first} – {last} tehty kirjaus on kadonnut: käynti, peruminen, viesti taikka oma tapahtuma tai palvelu. Luukun tiedoista palautettiin vanhempi kopio, ennen kuin kirjaus oli lähetetty, joten sitä ei ole luukulla eikä Kaikukannassa. Vertaa sivuja Käynnit ja Tarjonta omiin muistiinpanoihinne ja paperilomakkeisiin ja kirjaa puuttuva uudelleen.</numerusform>
            <numerusform>Ainakin %n aikavälillä {first} – {last} tehtyä kirjausta on kadonnut: käyntejä, perumisia, viestejä taikka omia tapahtumia tai palveluja. Luukun tiedoista palautettiin vanhempi kopio, ennen kuin kirjaukset oli lähetetty, joten niitä ei ole luukulla eikä Kaikukannassa. Vertaa sivuja Käynnit ja Tarjonta omiin muistiinpanoihinne ja paperilomakkeisiin ja kirjaa puuttuvat uudelleen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n unsent record(s) made between {first} and {last} are no longer in this desk&apos;s data. An older copy of it was restored, or it was deleted. The program looks for them in the register with the next sync.</source>
        <translation>
            <numerusform>Ainakin %n aikavälillä {first} – {last} tehty, lähettämätön kirjaus ei enää ole luukun tiedoissa. Tiedoista on palautettu vanhempi kopio, tai ne on poistettu. Ohjelma etsii kirjausta Kaikukannasta, kun se seuraavan kerran lähettää ja hakee.</numerusform>
            <numerusform>Ainakin %n aikavälillä {first} – {last} tehtyä, lähettämätöntä kirjausta ei enää ole luukun tiedoissa. Tiedoista on palautettu vanhempi kopio, tai ne on poistettu. Ohjelma etsii kirjauksia Kaikukannasta, kun se seuraavan kerran lähettää ja hakee.</numerusform>
        </translation>
    </message>
    <message>
        <source>When you have read this, confirm it on the page To resolve.</source>
        <translation>Kun olet lukenut tämän, vahvista se sivulla Selvitettävät.</translation>
    </message>
    <message>
        <source>No missing records to confirm.</source>
        <translation>Vahvistettavia puuttuvia kirjauksia ei ole.</translation>
    </message>
    <message numerus="yes">
        <source>The notice about %n missing record(s) is no longer shown.</source>
        <translation>
            <numerusform>Ilmoitusta %n puuttuvasta kirjauksesta ei enää näytetä.</numerusform>
            <numerusform>Ilmoitusta %n puuttuvasta kirjauksesta ei enää näytetä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) missing</source>
        <translation>
            <numerusform>%n kirjaus puuttuu</numerusform>
            <numerusform>%n kirjausta puuttuu</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs a new activation code</source>
        <translation>Tarvitsee uuden aktivointikoodin</translation>
    </message>
    <message>
        <source>Data in use twice, or an old copy restored</source>
        <translation>Tiedot käytössä kahdessa paikassa tai vanha kopio palautettu</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Ticket desk</source>
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
        <translation>Lapset (alle {age}&#xa0;v.)</translation>
    </message>
    <message>
        <source>Grandchildren under {age}</source>
        <translation>Lapsenlapset (alle {age}&#xa0;v.)</translation>
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
        <translation>Asiakkaat (alle {age}&#xa0;v.)</translation>
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
    <name>TodaysTicketsLine</name>
    <message>
        <source>today at this desk</source>
        <translation>tänään tällä luukulla</translation>
    </message>
    <message>
        <source>today at the whole venue</source>
        <translation>tänään koko kohteessa</translation>
    </message>
    <message>
        <source>tickets left</source>
        <translation>lippua jäljellä</translation>
    </message>
    <message>
        <source>tickets left here, {house} in the house</source>
        <translation>lippua jäljellä täällä, koko kohteessa {house}</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Not a Kaikukortti number</source>
        <translation>Tämä ei ole Kaikukortin numero</translation>
    </message>
    <message>
        <source>A card number has 4 to 20 letters or digits. Scan or type it again.</source>
        <translation>Kortin numerossa on 4–20 kirjainta tai numeroa. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>This desk&apos;s register is too old</source>
        <translation>Rekisteri on liian vanha</translation>
    </message>
    <message>
        <source>Connect to the internet to update it. Until then, record the visit using the last valid day printed on the card.</source>
        <translation>Yhdistä internetiin, niin rekisteri päivittyy. Kirjaa siihen asti korttiin painetun päivän mukaan.</translation>
    </message>
    <message>
        <source>The card is valid until {day}.</source>
        <translation>Kortti on voimassa {day} asti.</translation>
    </message>
    <message>
        <source>Today is the card&apos;s last day.</source>
        <translation>Kortin viimeinen päivä on tänään.</translation>
    </message>
    <message>
        <source>It expired on {day}.</source>
        <translation>Päättyi {day}.</translation>
    </message>
    <message>
        <source>at {time}: {tickets}</source>
        <translation>klo {time}: {tickets}</translation>
    </message>
    <message>
        <source>at {desk}: {tickets}</source>
        <translation>luukulla {desk}: {tickets}</translation>
    </message>
    <message>
        <source>{day}: {tickets}</source>
        <translation>{day}: {tickets}</translation>
    </message>
    <message>
        <source>Using the date on the card</source>
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
        <source>Switch camera</source>
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
        <source>Hold the code inside the frame, about 10 cm from the camera.</source>
        <translation>Pidä kortin koodi kehyksessä noin 10 cm:n päässä kamerasta.</translation>
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
        <source>Withdraw…</source>
        <translation>Peru…</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>Näytä numero</translation>
    </message>
    <message>
        <source>Why are you withdrawing this visit?</source>
        <translation>Miksi kirjaus perutaan?</translation>
    </message>
    <message>
        <source>Do not withdraw</source>
        <translation>Älä peru</translation>
    </message>
    <message>
        <source>It was a mistake</source>
        <translation>Kirjaus oli virhe</translation>
    </message>
    <message>
        <source>The tickets were not used</source>
        <translation>Lippuja ei käytetty</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Any date</source>
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
        <source>Choose dates</source>
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
        <source>Rejected</source>
        <translation>Hylätty</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>Card number deleted</source>
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
        <source>rejected</source>
        <translation>hylätty</translation>
    </message>
    <message>
        <source>withdrawn</source>
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
        <source>Status</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>poistettu</translation>
    </message>
    <message>
        <source>unknown offer</source>
        <translation>tuntematon tapahtuma tai palvelu</translation>
    </message>
    <message>
        <source>This visit replaces an earlier one.</source>
        <translation>Kirjaus korvaa aiemman kirjauksen.</translation>
    </message>
    <message>
        <source>Only the desk that recorded this visit can correct or withdraw it.</source>
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
        <source>The visit has been withdrawn.</source>
        <translation>Kirjaus on peruttu.</translation>
    </message>
    <message>
        <source>The visit has been corrected. The original is kept and marked as replaced.</source>
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
        <source>This desk&apos;s visits and, after a sync, those of the venue&apos;s other desks: {count}</source>
        <translation>Tämän luukun käynnit ja Kaikukannasta haetut muiden luukkujen käynnit: {count}</translation>
    </message>
    <message>
        <source>No matching visits</source>
        <translation>Hakua vastaavia käyntejä ei ole</translation>
    </message>
    <message>
        <source>Try a shorter search, or choose another date.</source>
        <translation>Lyhennä hakusanaa tai vaihda päivää.</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Näytä kaikki käynnit</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Mitään ei ole vielä kirjattu</translation>
    </message>
    <message>
        <source>Visits appear here as soon as you record tickets at the ticket desk.</source>
        <translation>Käynnit näkyvät täällä heti, kun lippuja kirjataan lippuluukulla.</translation>
    </message>
    <message>
        <source>Last characters of a card number, or an offer name</source>
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
    <message>
        <source>No visit chosen</source>
        <translation>Käyntiä ei ole valittu</translation>
    </message>
    <message>
        <source>Choose one in the list to see its details, or to correct or withdraw it.</source>
        <translation>Valitse käynti luettelosta, niin näet sen tiedot ja voit korjata tai perua kirjauksen.</translation>
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
