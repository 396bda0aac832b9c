# Words that all screens share.
button-back = ⬅️ Back
button-menu = 🏠 Menu
button-refresh = 🔄 Refresh
button-retry = 🔁 Try again
button-request-access = Request access

text-cut = … the rest did not fit

screen-outdated = This screen is out of date. Open the menu: everything there is current.
screen-denied = ⛔️ This section is not open to you now.
screen-gone = This is gone: the record was deleted or closed.

action-working = ⏳ In progress…
toast-working = In progress…

recording-unavailable =
    { $code ->
        [bad_address] 🔇 No recording: the telephony gave a wrong address.
        [refused] 🔇 No recording: the telephony did not hand out the file. It may have expired.
        [too_big] 🔇 No recording: the file is over 50 MB, more than Telegram takes.
       *[unreachable] 🔇 No recording: the telephony does not answer now. Try again in a minute.
    }

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
