# Reminders of deadlines: one message, the most urgent first.
remind-given = 🆕 <b>Given to you: { $count }</b>
remind-woken = ▶️ <b>The pause is over: { $count }</b>
remind-soon = ⏳ <b>Due soon: { $count }</b>
remind-due = 🔴 <b>Overdue: { $count }</b>
remind-giver = ⚠️ <b>Given by you, overdue for more than an hour: { $count }</b>
remind-superadmin = 🚨 <b>Overdue by more than 4 working hours: { $count }</b>

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
