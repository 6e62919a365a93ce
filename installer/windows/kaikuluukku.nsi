; The Windows installer: for the whole machine (the default where an administrator runs it) or for one user
; (/CurrentUser), silent with /S. Removing the program leaves every desk's data where it is.
; makensis -DVERSION=… -DTREE=… -DOUTPUT=… kaikuluukku.nsi

Unicode true
!ifndef VERSION | TREE | OUTPUT
  !error "VERSION, TREE and OUTPUT are given by installer/build.py"
!endif
!define APP "Kaikuluukku"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kaikuluukku"
!define CARRIED "Kaikuluukku.Carried"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${APP}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${APP}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\${APP}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "${APP} ${VERSION}"
OutFile "${OUTPUT}"
SetCompressor /SOLID lzma
BrandingText " "
!ifdef SIGNING ; where there is a certificate, for the uninstaller too
  !uninstfinalize '${SIGNING} "%1"' = 0
!endif
ManifestDPIAware true

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\kaikuluukkuw.exe"
!insertmacro MUI_PAGE_LICENSE "${TREE}\_internal\licences\EUPL-1.2.txt"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; NSIS has no Finnish for these, and takes what is there already.
!define MULTIUSER_TEXT_INSTALLMODE_TITLE "Valitse käyttäjät"
!define MULTIUSER_TEXT_INSTALLMODE_SUBTITLE "Valitse, kenelle $(^NameDA) asennetaan."
!define MULTIUSER_INNERTEXT_INSTALLMODE_TOP "Asennetaanko $(^NameDA) vain sinulle vai kaikille tämän tietokoneen käyttäjille? $(^ClickNext)"
!define MULTIUSER_INNERTEXT_INSTALLMODE_ALLUSERS "Asenna kaikille tämän tietokoneen käyttäjille"
!define MULTIUSER_INNERTEXT_INSTALLMODE_CURRENTUSER "Asenna vain minulle"
!insertmacro MUI_LANGUAGE "Finnish"
!insertmacro MUI_LANGUAGE "Swedish"
!insertmacro MUI_LANGUAGE "English"

LangString KEPT ${LANG_FINNISH} "Lippuluukkujen tiedot säilytetään: ne ovat kunkin käyttäjän kansiossa %LOCALAPPDATA%\kaikuluukku. Siellä voi olla käyntejä, joita ei ole vielä lähetetty."
LangString KEPT ${LANG_SWEDISH} "Luckornas uppgifter behålls: de finns i varje användares mapp %LOCALAPPDATA%\kaikuluukku. Där kan det finnas besök som ännu inte har skickats."
LangString KEPT ${LANG_ENGLISH} "The desks' data is kept in each user's folder %LOCALAPPDATA%\kaikuluukku. It may contain visits that have not been sent yet."

Function .onInit
  SetRegView 64 ; the program's own view of the registry, and that of programs that look for it there
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section "install"
  ; The program's own files of an earlier version go first: none of them is a desk's.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${TREE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ; The policy's folder belongs to administrators, and they alone write there: a user who could write
  ; a policy would choose the register that this machine believes.
  ${If} $MultiUser.InstallMode == "AllUsers"
    ReadEnvStr $0 "PROGRAMDATA"
    CreateDirectory "$0\${APP}"
    nsExec::Exec '"$SYSDIR\icacls.exe" "$0\${APP}" /setowner *S-1-5-32-544 /T /C /Q'
    nsExec::Exec '"$SYSDIR\icacls.exe" "$0\${APP}" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /Q'
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\kaikuluukkuw.exe"
  WriteRegStr SHCTX "Software\${APP}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "Software\Classes\.kaiku" "" "${CARRIED}"
  WriteRegStr SHCTX "Software\Classes\${CARRIED}" "" "Kaikuluukku"
  WriteRegStr SHCTX "Software\Classes\${CARRIED}\DefaultIcon" "" "$INSTDIR\kaikuluukkuw.exe,0"
  WriteRegStr SHCTX "Software\Classes\${CARRIED}\shell\open\command" "" '"$INSTDIR\kaikuluukku.exe" carry-in "%1"'
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\kaikuluukkuw.exe"
  WriteRegStr SHCTX "${KEY}" "Publisher" "The Kaikuluukku authors"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" $0
SectionEnd

Section "uninstall"
  Delete "$SMPROGRAMS\${APP}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\kaikuluukku.exe"
  Delete "$INSTDIR\kaikuluukkuw.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "Software\Classes\.kaiku"
  DeleteRegKey SHCTX "Software\Classes\${CARRIED}"
  DeleteRegKey SHCTX "${KEY}"
  DeleteRegKey SHCTX "Software\${APP}"
  IfSilent +2
    MessageBox MB_OK|MB_ICONINFORMATION "$(KEPT)"
SectionEnd
