# The LM analytics screen and the lists of calls.
menu-way-analytics = 🧠 LM analytics
button-previous = ◀️
button-next = ▶️
button-first-page = ⏮ To the start
page-empty = This page is empty now: the list has become shorter.

# Red, yellow, green: the number always stands beside it. A call-back and a chance to sell more have no colour.
light =
    { $level ->
        [red] 🔴
        [yellow] 🟡
        [green] 🟢
        [callback] 📞
        [chance] 💡
       *[unknown] ⚪️
    }

period-button =
    { $days ->
       *[other] { $days } days
    }

analytics-title = 🧠 <b>LM analytics</b> · { $days } days, { $from }–{ $to }
analytics-no-calls = No calls in these days yet.
calls-unscored = ⏳ Not scored yet: { $count } of the last { $of } calls. They do not count here yet.
analytics-quality =
    { $calls ->
        [one] { $calls } call: { $scored } scored, { $gated } without a talk, { $withoutTranscript } without a transcript
       *[other] { $calls } calls: { $scored } scored, { $gated } without a talk, { $withoutTranscript } without a transcript
    }
analytics-unowned = Nobody has yet: complaints { $complaint }, callbacks { $followup }, lost { $lost }

call-list-button =
    { $list ->
        [complaint] 🔴 Complaint risks ({ $count })
        [followup] 📞 To call back ({ $count })
       *[lost] 💸 Lost revenue ({ $count })
    }

call-list-name =
    { $list ->
        [complaint] 🔴 <b>Complaint risks</b>
        [followup] 📞 <b>To call back</b>
       *[lost] 💸 <b>Lost revenue</b>
    }
call-list-title =
    { $count ->
        [one] { call-list-name } · { $days } days · { $count } call
       *[other] { call-list-name } · { $days } days · { $count } calls
    }
filters = 🔎 { $filters }
filter-without-owner = without an owner
filter-untouched = new: nobody has listened, never given to anybody
filter-operator =
    { $operator ->
        [none] nobody answered
       *[other] operator { $operator }
    }
filter-latest = latest first
call-list-none-filtered = No calls match these filters: take one of them off.
call-list-none =
    { $list ->
        [complaint] 🟢 No complaints.
        [followup] 🟢 Nobody to call back.
       *[lost] 🟢 No lost bookings.
    }

# operator "none": nobody answered.
call-list-row =
    { $operator ->
        [none] { $light } <b>{ $score }</b> · { $at } · #{ $id } · nobody answered
       *[other] { $light } <b>{ $score }</b> · { $at } · #{ $id } · { $operator }
    }
call-quote = ‘{ $quote }’
call-list-owner =
    { $state ->
        [done] ✅ done: { $name }
        [failed] ❌ failed: { $name }
        [cancelled] 🗑 cancelled: { $name }
       *[open] 👤 { $name }
    }
call-list-unowned = 👤 nobody has it
call-list-call-button = #{ $id } · { $at } · { $score }
call-list-filter-button =
    { $on ->
        [true] ☑️ Only without an owner ({ $count })
       *[false] Only without an owner ({ $count })
    }
call-list-untouched-button =
    { $on ->
        [true] ☑️ New ({ $count })
       *[false] New ({ $count })
    }
call-list-operator-button = Operator
call-list-operator-chosen-button =
    { $operator ->
        [none] ☑️ Operator: nobody answered
       *[other] ☑️ Operator: { $operator }
    }
call-list-order-button =
    { $order ->
        [latest] ↕️ Latest first
       *[worst] ↕️ Worst first
    }
list-operator-question = Whose calls to show? In brackets: how many of this list are theirs.
list-operator-none = The list has no calls now, there is nobody to choose.
list-operator-button =
    { $operator ->
        [none] nobody answered ({ $count })
       *[other] { $operator } ({ $count })
    }
list-operator-all = All operators ({ $count })
