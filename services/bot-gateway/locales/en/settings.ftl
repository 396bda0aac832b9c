## “🔧 Settings”.
settings-title = <b>🔧 Settings</b>
button-settings = 🔧 Settings
