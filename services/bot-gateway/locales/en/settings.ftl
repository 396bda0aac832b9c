## “🔧 Settings”.
button-settings = 🔧 Settings
settings-title = <b>🔧 Settings</b>
settings-language = 🌐 Language: { $language }
button-language = 🌐 Language
button-contacts = ☎️ Whom to write to

language-question = <b>🌐 Language</b>: which one shall we speak?
language-ru = Russian
language-en = English
button-language-ru = 🇷🇺 Русский
button-language-en = 🇬🇧 English
done-language = ✅ We speak English now.

## “☎️ Whom to write to”.
contacts-title = <b>☎️ Whom to write to</b>
contacts-none = Nobody is named yet.
contact-topic-technical = Technical
contact-topic-metrics = Metrics
contact-topic-access = Access
button-contact = ✏️ { $topic }
contact-question =
    <b>☎️ { $topic }</b>: whom to write to?

    Send a name and a way to reach the person in one message, such as “Igor, @igor, weekdays 9–18”. Everybody with access will see it.
contact-now = Now: { $contact }
contact-words = A message of 1 to { $max } characters is needed.
contact-save-question = Everybody will see this:
button-contact-save = ✅ Save
button-contact-remove = 🗑 Remove
done-contact = ✅ Saved.
