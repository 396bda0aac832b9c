## «🔧 Настройки».
settings-title = <b>🔧 Настройки</b>
button-settings = 🔧 Настройки
