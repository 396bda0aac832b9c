## “❓ Help” and the chapters of the guide.
help-title =
    <b>❓ Help</b>

    Choose a chapter. “❓” under any screen opens the chapter about it.
help-urgent =
    { $count ->
        [0] If it is urgent, turn to the head of the clinic.
       *[other] If it is urgent, write to:
    }
button-all-chapters = 📚 All chapters

help-button-start = 🧭 Where to begin
help-button-work = 📋 Assignments
help-button-lists = 🧠 Lists of calls
help-button-search = 🔎 Find a call
help-button-top = 🎯 Top 5
help-button-card = 📞 A call’s card
help-button-judge = 👍 Right, false
help-button-assign = 👤 How to assign
help-button-numbers = 📊 Numbers
help-button-users = 👥 People’s access
help-button-log = 🧾 Log
help-button-system = ⚙️ System
help-button-versions = 🧬 LM versions
help-button-runs = 🔁 Rescore
help-button-quality = 🎯 Quality of rules
help-button-news = 🔔 Notifications
help-button-settings = 🔧 Settings
help-button-words = ⌨️ What to write
help-button-trouble = 🆘 Something is wrong

help-chapter-start =
    <b>🧭 Where to begin</b>

    Everything happens in one message: tap a button and the screen changes. A new message comes only when you need to know something.

    At the bottom of every screen:
    <b>⬅️ Back</b> — to where you came from
    <b>🏠 Menu</b> — to the beginning
    <b>❓</b> — what this screen is and what you can do here

    The menu says on top what matters now. You see the sections of your role only.

    Old buttons work tomorrow too, and from another phone. If a screen is out of date, the bot says so.
help-chapter-work =
    <b>📋 Assignments</b>

    A new assignment comes as a message. All of them are in the menu, “📋 Assignments”, overdue ones on top.

    Yours:
    <b>▶️ Start</b> — you are at it.
    <b>✅ Done</b> — finished. For a callback, a review and a marketing action the bot asks what came of it.
    <b>❌ Could not</b> — it did not work out; the giver will know.
    <b>⏰ Extend</b> — another deadline is needed.
    <b>⏸ Put off</b> — nothing can be done now: nothing rings before then.

    Where a reason is needed, one tap is enough.

    A callback closes by itself when an outgoing call to its client arrives, with 30 seconds of talk or more: “proven by call”. Without one: “on their word”. Attempts are counted.

    Given by you: <b>🔁 Reassign</b>, <b>🗑 Call off</b>, <b>↩️ Return</b> to work. Every outcome comes as a message.
help-chapter-lists =
    <b>🧠 Lists of calls</b>

    “🧠 LM analytics” → period → list. The worst is on top.

    <b>🔴 Complaint risks</b> — the client is unhappy and blames the clinic.
    <b>📞 To call back</b> — the wish is still there, the booking is not.
    <b>💸 Lost revenue</b> — a booking was possible and did not happen.

    Among complaints whoever calls again stands on top: “🔁 call no. 2”.

    🔴 from 60, 🟡 from 30, 🟢 below: 100 is the worst. The number always stands beside it.

    Filters add up: “Only without an owner”, “Operator”, “New”: nobody has listened to it either. “↕️” changes the order. In brackets: how many calls would stay.
help-chapter-search =
    <b>🔎 Find a call</b>

    “🔎 Find a call” in the menu or /find: write a call id, the client’s phone, a day, an operator or words of the call. Several at once with commas: “жалоба, yesterday”.

    Words are found in any form, all at once, and marked. In "quotation marks": together and in this order; -word: without it.

    The latest come first. “7 d”, “14 d”, “30 d” and “👤 Operator” narrow what was found.

    An operator looks through his own calls. Hidden names and numbers are not searched. Searches are kept for a day.

    “🔗 Link” on the card is for sending a call to a colleague: it opens for those who may see it.
help-chapter-top =
    <b>🎯 Top 5</b>

    Five calls to hear first, from all the lists. Under each: why it is here.

    “▶️ Listen one by one” goes one by one: “🎧 Listen”, then “✅ Listened”, and the next one opens. “Next ▶️” skips: the bot comes back to it in the end.

    What anybody has listened to leaves the five. The five stay the same while you listen; “🎯 Choose more” picks new ones.
help-chapter-card =
    <b>📞 A call’s card</b>

    <b>Why</b> — what was raised, with what weight, by which words and at which second.
    <b>Checked and not counted</b> — what looked like a complaint and was none, and why.

    “🎧 Listen” sends the recording; its caption names the moments worth hearing. Without one the bot says why.
    “📝 Transcript” — the talk turn by turn, what matters underlined, phones hidden.

    “🔁 The client’s calls” — everything this client and the clinic said to each other within 30 days.

    A dash means “not known”, not zero: beside it stands what was missing.

    An operator opens his own calls only.
help-chapter-judge =
    <b>👍 Right or false</b>

    “👍 Right” — rightly raised, “👎 False” — raised in vain, “Missed” — it was in the talk and was not raised.

    Your word can be changed or taken back: “↩️ Take back”. Nobody judges his own call. Your words make the rules better.

    “🙈 Second opinion” asks about a few calls once a week without showing what the program and other people decided: that tells how far all agree.
help-chapter-assign =
    <b>👤 How to assign</b>

    Call card → “👤 Assign” → kind → owner → deadline → “✅ Confirm”.

    Beside a name: how many assignments the person has in work, ⭐ whom the bot suggests and why.

    A deadline can be written in words: “tomorrow 12:00”, “in 3 hours”, “end of the day”, “after the weekend”. The bot shows how it understood, and says when the clinic is closed then.

    <b>👥 Give from the list</b> under a list: its first 5, 10, 20 or 50 calls to one person. <b>➕ Task</b> in “📋 Assignments”: without a call.

    A call has at most one open assignment of a kind: who taps second reads who has it. You get a message about the outcome.
help-chapter-numbers =
    <b>📊 Numbers</b>

    “📊 Dashboard” shows the period and its change against the one before: (+4 pp) means 4 percentage points more.

    Beside a share stands of how many: “5 of 10 target calls”.

    Under 30 calls there is no comparison: it would mislead. A dash means “not known”, not zero.

    “Of these model +3”: so much came from the new version of scoring, the rest from people.

    <b>📈 Table of metrics</b>: all of them, with mean, p90 (nine calls of ten have no more) and how many calls are beyond the red line.
    <b>Reasons of losses</b>: what stood in the way. <b>Course of time</b>: by days and weeks. <b>Marketing</b>: what comes of each source's calls. <b>Operators</b> (for administrators): the worst first.

    🔴 needs attention, 🟡 on the edge, 🟢 in order, ⚪️ nothing to judge by.
help-chapter-users =
    <b>👥 People’s access</b>

    A new person writes /start to the bot and taps “Request access”. You get a message with “Approve” and “Decline”.

    Give an operator his code in the calls: by it he sees his own calls. The code can be given later too, by “Role”.

    You can give a role below your own. A block and a change of role work at once, on old messages too. Nobody decides about himself, and the last superadmin cannot be removed.
help-chapter-log =
    <b>🧾 Log</b>

    Who, what, when and how it ended: done, declined or error; what was before and what is now.

    Entries cannot be changed or deleted: each is chained to the one before.

    Filters: by person, call, action and day, together too.

    “🔐 Check integrity” goes through the whole log and compares its end with the mark kept outside the database. If something is broken, it says from which entry on and what to do.
help-chapter-system =
    <b>⚙️ System</b>

    A line with 🔴 says what to look at.

    <b>Queue</b> — how many acts of people and how much background work wait.
    <b>Set aside</b> — messages that could not be processed: details are on the queue board.
    <b>Sending to the queue</b> — late when the queue does not answer; what people did is kept.

    “📨 Reports” — what people told. “🎫 Create a ticket” — write a task into the developers’ chat.
help-chapter-versions =
    <b>🧬 LM versions</b>

    A version is all the rules and the clinic’s additions. The active one decides; one “in shadow” scores the same calls beside it, and only you see that.

    A version’s card shows where it differs from the active one: “Complaint: +3 −1” — three new ones, one taken off.

    Activating asks first; “↩️ Roll back” brings the rules before back. Scores that are there keep their version until a rescore.
help-chapter-runs =
    <b>🔁 Rescore</b>

    “🧪 Backtest” compares a version with the scores that are shown and changes nothing. Its report says what came and went, with calls as examples.

    “🔁 Rescore” scores stored calls anew without holding up new ones.

    Progress and the time left are on the screen. It can be paused, go on from the same place, or be stopped. A message comes when it is done.
help-chapter-quality =
    <b>🎯 Quality of rules</b>

    How often rules are right in people’s eyes. In brackets: where the share really lies; the fewer words, the wider.

    ⚠️ marks a suspect rule: precision below 60% with 20 words or more. Open the metric, look at the rule’s calls and mend its phrases.

    “🤝 Agreement of people” — how often two people said the same. Under 30 pairs it is too early to conclude.
help-chapter-news =
    <b>🔔 Notifications</b>

    The bot always writes about what you were given or answered. The rest is as you choose in “🔧 Settings” → “🔔 Notifications”.

    <b>🔴 Red calls</b> — within a minute, together and not one by one. “🙈 Not important”: the bot does not write of that call again; when there are many such, it offers to raise the threshold.
    <b>📨 How many a day</b> — what is beyond comes in the morning.
    <b>🌙 Quiet hours</b> — at night the bot is silent about calls, assignments come without a sound.
    <b>☀️ Morning digest</b> and <b>🗓 Weekly summary</b> — one message, at its time.
help-chapter-settings =
    <b>🔧 Settings</b>

    <b>🔔 Notifications</b> — of what, when and how many.
    <b>🌐 Language</b> — Russian or English. It changes at once, in the menu of commands too.
    <b>☎️ Whom to write to</b> — for technical matters, metrics and access. A superadmin changes it.
    <b>🕘 Opening hours</b> — when the clinic is open: deadlines go by them. A superadmin changes them.
help-chapter-words =
    <b>⌨️ What to write</b>

    <code>#500123</code> or <code>/call 500123</code> — a call’s card
    a client’s phone, “yesterday”, “24.11”, an operator’s name — their calls
    <code>/find обещали перезвонить</code> — calls with these words
    “tomorrow 12:00”, “tomorrow morning”, “25.11 18:00”, “in 3 hours” — a deadline, when the bot asks for it
    /menu — the menu
    /help — help
    /cancel — cancel the input
help-words-no-calls =
    <b>⌨️ What to write</b>

    /menu — the menu
    /help — help
    /cancel — cancel the input
help-chapter-trouble =
    <b>🆘 Something is wrong</b>

    <b>⏳ In progress…</b> — accepted and kept, the result appears here.
    <b>⛔️ Not done</b> — declined, with the reason.
    <b>❗️ The system failed</b> and <b>⚠️ That did not work</b> — nothing was done by halves. Try again in a minute.
    <b>This screen is out of date</b> — a message of an earlier version of the bot; open the menu.

    If that does not help, tap “🆘 Report a problem” and write what you did and what you saw. The developers get the screen and the number of the failure, the answer comes here. Do not write names and phones of patients: a call’s number is enough.
