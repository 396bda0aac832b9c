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
analytics-quality =
    { $calls ->
        [one] { $calls } call: { $scored } scored, { $gated } without a talk, { $withoutTranscript } without a transcript
       *[other] { $calls } calls: { $scored } scored, { $gated } without a talk, { $withoutTranscript } without a transcript
    }
analytics-unowned = Nobody has yet: complaints { $complaint }, call-backs { $followup }, lost { $lost }

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
call-list-filtered = Only those that nobody has
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
call-list-owner = 👤 { $name }
call-list-unowned = 👤 nobody has it
call-list-call-button = #{ $id } · { $at } · { $score }
call-list-filter-button =
    { $on ->
        [true] ☑️ Only without an owner
       *[false] Only without an owner
    }
