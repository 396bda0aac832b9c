## “❓ Help”.
help-title =
    <b>❓ Help</b>

    Choose a chapter. The screen is rewritten in place; “⬅️ Back” leads to where you came from.
help-urgent =
    { $count ->
        [0] If it is urgent, turn to the head of the clinic.
       *[other] If it is urgent, write to:
    }
help-button-work = 📋 My assignments
help-button-calls = 🧠 Calls and scores
help-button-assign = 👤 How to assign
help-button-numbers = 📊 Numbers
help-button-users = 👥 People’s access
help-button-log = 🧾 Log
help-button-system = ⚙️ System
help-button-words = ⌨️ What you can write

help-chapter-work =
    <b>📋 My assignments</b>

    A new assignment comes as a message. All of them are in the menu, “📋 Assignments”, overdue ones on top.

    <b>▶️ Start</b> — you are at it.
    <b>✅ Done</b> — finished. For a callback, choose what came of it.
    <b>❌ Failed</b> — it did not work out; the giver will know.
    <b>⏰ Extend</b> — another deadline is needed.
help-chapter-calls =
    <b>🧠 Calls and scores</b>

    “🧠 LM analytics” → period → list. The worst is on top.

    “🎯 Top 5” is what to hear first: five calls from all the lists, one after the other. The filter “New”: nobody has listened, never given to anybody.

    🔴 from 60: a complaint or a risk, 🟡 from 30: have a look. The number always stands beside it.

    In a call’s card, “Why” shows the words, their time and weight. Below: what looked like a complaint and does not count, and why.

    “👍 Right”, “👎 False”, “Missed” are your word about a flag; it can be changed or taken back. “🙈 Second opinion” asks about a few calls once a week without showing what the program decided.
help-chapter-assign =
    <b>👤 How to assign</b>

    Call card → “👤 Assign” → kind → owner → deadline → “✅ Confirm”.

    A deadline can be written in words: “завтра 12:00”, “25.11 18:00”, “через 3 часа”. The bot shows how it understood.

    A call has at most one open assignment of a kind. You get a message about the outcome.
help-chapter-numbers =
    <b>📊 Numbers</b>

    “📊 Dashboard” shows the period and its change against the one before.

    Under 30 calls there is no comparison: it would mislead. A dash means “not known”, not zero.
help-chapter-users =
    <b>👥 People’s access</b>

    A new person writes /start to the bot and taps “Request access”. You get a message with “Approve” and “Decline”.

    You can give a role below your own. A block works at once, on old messages too. The last superadmin cannot be removed.
help-chapter-log =
    <b>🧾 Log</b>

    Who, what, when and how it ended: done, declined or error. Entries cannot be changed or deleted.

    Filters: by person and by call.
help-chapter-system =
    <b>⚙️ System</b>

    Queue, processes, database, and the version of the rules that calls are scored by.

    “LM versions”: the active one decides; one “in shadow” scores the same calls beside it, and only you see that. Activating asks first; “↩️ Roll back” brings the rules before back. Scores that are there keep their version.

    “🎯 Quality of rules”: how often rules are right in people’s eyes; ⚠️ marks a suspect one.

    “Rescore”: “🧪 Backtest” compares a version with the scores that are shown and changes nothing; “🔁 Rescore” scores stored calls anew without holding up new ones. It can be paused and go on.
help-chapter-words =
    <b>⌨️ What you can write</b>

    <code>#500123</code> or <code>/call 500123</code> — a call’s card
    “tomorrow 12:00”, “tomorrow morning”, “25.11 18:00”, “in 3 hours” — a deadline, when the bot asks for it
    /menu — the menu
    /help — help
    /cancel — cancel the input
help-words-no-calls =
    <b>⌨️ What you can write</b>

    /menu — the menu
    /help — help
    /cancel — cancel the input
