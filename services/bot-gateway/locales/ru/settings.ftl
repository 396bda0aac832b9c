## «🔧 Настройки».
button-settings = 🔧 Настройки
settings-title = <b>🔧 Настройки</b>
settings-language = 🌐 Язык: { $language }
button-language = 🌐 Язык
button-contacts = ☎️ Кому писать

language-question = <b>🌐 Язык</b>: на каком с вами говорить?
language-ru = русский
language-en = английский
button-language-ru = 🇷🇺 Русский
button-language-en = 🇬🇧 English
done-language = ✅ Теперь говорим по-русски.

## «☎️ Кому писать».
contacts-title = <b>☎️ Кому писать</b>
contacts-none = Пока никто не указан.
contact-topic-technical = Техника
contact-topic-metrics = Показатели
contact-topic-access = Доступ
button-contact = ✏️ { $topic }
contact-question =
    <b>☎️ { $topic }</b>: кому писать?

    Отправьте одним сообщением имя и способ связи, например «Игорь, @igor, будни 9–18». Это увидят все, у кого есть доступ.
contact-now = Сейчас: { $contact }
contact-words = Нужно сообщение от 1 до { $max } символов.
contact-save-question = Так увидят все:
button-contact-save = ✅ Сохранить
button-contact-remove = 🗑 Убрать
done-contact = ✅ Сохранено.
