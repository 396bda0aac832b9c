# Reminders of deadlines: one message, the most urgent first.
remind-given = 🆕 <b>Given to you: { $count }</b>
remind-woken = ▶️ <b>The pause is over: { $count }</b>
remind-soon = ⏳ <b>Due soon: { $count }</b>
remind-due = 🔴 <b>Overdue: { $count }</b>
remind-giver = ⚠️ <b>Given by you, overdue for more than an hour: { $count }</b>
remind-superadmin = 🚨 <b>Overdue by more than 4 working hours: { $count }</b>
# Before its time: whoever learns of it first cannot be told.
remind-giver-passed-on = ⚠️ <b>Given by you, overdue, and its owner cannot be told: { $count }</b>
remind-superadmin-passed-on = 🚨 <b>Overdue, and whoever gave it cannot be told: { $count }</b>
remind-unheard =
    { $why ->
        [unreachable] ↳ { $name }: has closed the bot, messages do not arrive
       *[no_access] ↳ { $name }: has no access
    }

# about: the call's number, or what its giver wrote.
remind-subject = { $kind } · { $about }
# owner «none»: one's own; state «open»: not closed yet.
remind-row =
    { $owner ->
        [none] { $subject } · by { $due }
       *[other] { $subject } · by { $due } · { $owner }
    }{ $state ->
        [open] { "" }
       *[other] { " " }— { $state }
    }
remind-button = { $due } · { $subject }
remind-more = … and { $count } more
remind-button-all =
    { $view ->
        [overdue] ⏰ All overdue
       *[mine] 📋 My assignments
    }

# Compensations that nobody has decided.
remind-undecided = 💰 <b>Waiting for your decision for more than 4 working hours: { $count }</b>
# state «proposed»: still waiting.
remind-undecided-row =
    №{ $id } · { $money } · waiting since { $since } · { $name }{ $state ->
        [proposed] { "" }
       *[other] { " " }— { $state }
    }
remind-undecided-button = 💰 №{ $id } · { $money }
remind-undecided-all = 💰 All that wait for a decision
