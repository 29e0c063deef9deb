; What Windows is told of the app, for this user: it is offered under "Open with" and in the settings for default apps,
; and the links that begin with nutgraf: are its own. electron-builder's file associations would make it the default,
; so they are not used.

!define OWN_TYPE "Nutgraf.Text"
!define OWN_PROGRAM "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!define OWN_KEY "Software\Nutgraf"
!define OPENS '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'

!macro forEachEnding WHAT
  !insertmacro ${WHAT} "txt"
  !insertmacro ${WHAT} "text"
  !insertmacro ${WHAT} "md"
  !insertmacro ${WHAT} "markdown"
  !insertmacro ${WHAT} "mdown"
  !insertmacro ${WHAT} "mkd"
  !insertmacro ${WHAT} "html"
  !insertmacro ${WHAT} "htm"
  !insertmacro ${WHAT} "xhtml"
  !insertmacro ${WHAT} "xhtm"
!macroend

!macro offerFor ENDING
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "${OWN_TYPE}"
  WriteRegStr SHELL_CONTEXT "${OWN_PROGRAM}\SupportedTypes" ".${ENDING}" ""
  WriteRegStr SHELL_CONTEXT "${OWN_KEY}\Capabilities\FileAssociations" ".${ENDING}" "${OWN_TYPE}"
!macroend

!macro forgetFor ENDING
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "${OWN_TYPE}"
!macroend

; SHCNE_ASSOCCHANGED: what is drawn by file types is drawn anew.
!macro tellShell
  System::Call 'shell32.dll::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${OWN_TYPE}" "" "Text"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${OWN_TYPE}\shell\open\command" "" `${OPENS}`
  WriteRegStr SHELL_CONTEXT "${OWN_PROGRAM}\shell\open\command" "" `${OPENS}`
  WriteRegStr SHELL_CONTEXT "Software\Classes\nutgraf" "" "URL:Nutgraf"
  WriteRegStr SHELL_CONTEXT "Software\Classes\nutgraf" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\nutgraf\shell\open\command" "" `${OPENS}`
  WriteRegStr SHELL_CONTEXT "${OWN_KEY}\Capabilities" "ApplicationName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${OWN_KEY}\Capabilities" "ApplicationDescription" "Write, edit and publish news articles, online or not"
  WriteRegStr SHELL_CONTEXT "${OWN_KEY}\Capabilities\URLAssociations" "nutgraf" "nutgraf"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "Nutgraf" "${OWN_KEY}\Capabilities"
  !insertmacro forEachEnding offerFor
  !insertmacro tellShell
!macroend

!macro customUnInstall
  !insertmacro forEachEnding forgetFor
  DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "Nutgraf"
  DeleteRegKey SHELL_CONTEXT "${OWN_KEY}"
  DeleteRegKey SHELL_CONTEXT "${OWN_PROGRAM}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\nutgraf"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${OWN_TYPE}"
  !insertmacro tellShell
!macroend
