# Words that all screens share.
button-back = ⬅️ Back
button-menu = 🏠 Menu
button-what = ❓
button-refresh = 🔄 Refresh
button-retry = 🔁 Try again
button-request-access = Request access

text-cut = … the rest did not fit

screen-outdated = This screen is out of date. Open the menu: everything there is current.
screen-denied = ⛔️ This section is not open to you now.
screen-gone = Nothing here: there is no such number, or it is not open to you.

action-gone = It is no longer there: the list is outdated or deleted. Nothing was done.
action-working = ⏳ In progress…
toast-working = In progress…

# Somebody taps or writes faster than he can read.
toast-too-often = Too often. Wait a few seconds and tap again.
too-often = ⏱ Too often. Wait a few seconds and try again.

# The role in a word; none: no role.
role =
    { $role ->
        [operator] Operator
        [marketing] Marketing
        [admin] Admin
        [superadmin] Superadmin
        [supreme_dev] Developer
       *[none] no role
    }

welcome =
    { $status ->
        [requested] <b>Perezvon</b>

    🕓 Your request was sent. I will write here as soon as an admin approves it.
        [rejected] <b>Perezvon</b>

    Access was declined. If that is a mistake, ask again or write to the clinic's admin.
        [blocked] <b>Perezvon</b>

    🚫 An admin has closed your access. Please ask him why.
       *[newcomer] <b>Perezvon</b>

    The clinic's call centre bot: it shows the calls that need attention and helps to see them through.

    An admin gives access.
    }

menu-title = <b>{ $name }</b> · { $role }
menu-red =
    { $count ->
        [0] 🟢 0 red calls in 7 days
        [one] 🔴 { $count } red call in 7 days
       *[other] 🔴 { $count } red calls in 7 days
    }
menu-overdue =
    { $count ->
        [0] 🟢 0 overdue assignments
        [one] ⏰ { $count } overdue assignment
       *[other] ⏰ { $count } overdue assignments
    }
menu-mine =
    { $count ->
        [0] 📋 0 assignments of mine today
        [one] 📋 { $count } assignment of mine today
       *[other] 📋 { $count } assignments of mine today
    }

button-users = 👥 Users
button-log = 🧾 Log
button-system = ⚙️ System
button-help = ❓ Help

hint-words = Write a call’s number, such as <code>#500123</code>, and I will open its card. I also understand a client’s phone, a day (“yesterday”, “24.11”) and an operator. The rest is in the menu.
hint-menu = I understand buttons and commands. All that is open to you is in the menu.
hint-call = Write the call’s number after the command: <code>/call 500123</code>
cancelled = Cancelled.

trouble-tap =
    ⚠️ That did not work: the system does not answer.

    Nothing is lost and nothing is half done. Tap “Try again” in a minute.
trouble-words = ⚠️ That did not work: the system does not answer. Send the same again in a minute.

action-denied = ⛔️ Not done: { $reason }.
action-failed = ❗️ Not done: the system failed. Try again; if that does not help, tap “🆘 Report a problem”: the failure’s number goes along with your text.
action-late =
    ⏳ Accepted, but the queue is slow now.

    The action is saved and will be done by itself, there is no need to tap again. The result will appear here.

command-start = Start anew
command-menu = Menu
command-find = Find a call
command-call = Open a call by its number
command-help = Help
command-cancel = Cancel the input

## What came of it: a line above the screen of who tapped.
done-call-listened = ✅ Marked as listened to.
done-assignment-created = ✅ The assignment is made, its owner got a message.
done-assignment-created-own = ✅ The assignment is made, it is yours.
done-assignments-created =
    ✅ { $given ->
        [one] { $given } assignment is made
       *[other] { $given } assignments are made
    }, their owner gets one message.{ $taken ->
        [0] { "" }
       *[other] { " " }Given before: { $taken }.
    }
done-assignment-accept = ✅ The assignment is accepted.
done-assignment-start = ✅ The assignment is in progress.
done-assignment-complete = ✅ Marked as done.
done-assignment-fail = ✅ Marked as failed. Its giver will know.
done-assignment-extend = ✅ The deadline is extended.
done-assignment-pause = ⏸ The assignment is put off.
done-assignment-resume = ▶️ The assignment goes on.
done-assignment-reassign = ✅ The assignment is handed over, its new owner got a message.
done-assignment-cancel = ✅ The assignment is cancelled.
done-assignment-return = ✅ The assignment is sent back.
done-ruleset-active = ✅ The version is active: new calls are scored by it.
done-ruleset-shadow = ✅ The version is in shadow: new calls are scored by it too, and only this screen shows it.
done-ruleset-retired = ✅ The version is archived: it scores nothing any more.
done-user-approved = ✅ Access is open.
done-user-rejected = ✅ The request is declined.
done-user-role-set = ✅ The role is changed.
done-user-blocked = ✅ Access is closed.
done-user-unblocked = ✅ Access is open again.

## News: a new message to whom it concerns.
news-access-requested = 🔔 <b>A new request for access</b>
news-assignment-created = 📌 <b>A new assignment for you</b>
news-assignment-complete = ✅ <b>An assignment is done</b>
news-assignment-fail = ❌ <b>An assignment failed</b>
news-assignment-extend = ⏰ <b>The deadline of an assignment has changed</b>
news-assignment-pause = ⏸ <b>An assignment is put off</b>
news-assignment-resume = ▶️ <b>An assignment goes on</b>
news-assignment-verify = ✅ <b>A later call proves a callback</b>
news-assignment-unverify = ↩️ <b>A callback is no longer proven: call #{ $call } was corrected</b>
news-assignment-reassign = 📌 <b>An assignment was handed over to you</b>
news-assignment-cancel = 🗑 <b>An assignment is cancelled</b>
news-assignment-return = ↩️ <b>An assignment was sent back to you</b>
news-assignment-taken = 🔁 Assignment No. { $assignment } was handed over to somebody else. There is nothing left for you to do.
news-user-approved = 🎉 <b>You have access.</b> Your role: { $role }.
news-user-rejected = ⛔️ Your request was declined.
news-user-role-set = 🔔 <b>Your role has changed:</b> { $role }.
news-user-blocked = ⛔️ Your access is closed.
news-user-unblocked = 🔔 You are no longer blocked.
