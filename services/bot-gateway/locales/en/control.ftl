# «🎯 Control»: what became of the assignments, and what callbacks brought.
menu-way-control = 🎯 Control
control-title = 🎯 <b>Control</b> · { $days } days, { $from }–{ $to }
control-none = Nothing was assigned in these days, and nothing older is open.
control-filter-owner = owner: { $name }
control-list =
    { $list ->
        [complaint] complaint risks
        [followup] to call back
        [lost] lost revenue
       *[none] in no list
    }

control-measure = { control-measure-sign } { control-measure-name }
# The sign leads from a button to its line of the text.
control-measure-sign =
    { $measure ->
        [given] 📋
        [open] ⏳
        [overdue] ⏰
        [paused] ⏸
        [proven] ✅
        [said] 💬
        [finished] ✔️
        [failed] ❌
        [cancelled] 🗑
        [left] 📌
        [booked_proven] ☎️
       *[booked_said] 💭
    }
control-measure-name =
    { $measure ->
        [given] Assigned
        [open] Open
        [overdue] Overdue
        [paused] Put off
        [proven] Proven by a call
        [said] On their word
        [finished] Other work done
        [failed] Failed
        [cancelled] Cancelled
        [left] Open from earlier days
        [booked_proven] Booked: heard in a call
       *[booked_said] Booked: on their word
    }
control-count =
    { $measure ->
        [overdue] { control-measure }: <b>{ $count }</b>
        [given] { control-measure }: <b>{ $count }</b>
       *[other] { control-measure }: { $count }
    }
control-count-button = { control-measure-sign } { $count }

control-median = ⏱ Median: called back { $given } after it was assigned, { $call } after the client’s call (n={ $count })
control-clients =
    { $count ->
        [one] 💰 Booked after a callback: <b>{ $range }</b> of { $count } made
       *[other] 💰 Booked after a callback: <b>{ $range }</b> of { $count } made
    }
control-clients-why = ☎️ Heard in a call: { $proven }, 💭 only on their word: { $said }. Each client counts once.
control-money = That is <b>{ $range }</b> if a booking brings { $average }.
control-no-average = Nobody has said what a booking brings: not counted in money.

control-by-owner = 👤 By person
control-by-list = 🗂 By list
control-all-owners = ✖️ Everybody
control-all-lists = ✖️ All lists
control-parts-title =
    { $by ->
        [owner] 👤 <b>Control by person</b> · { $days } days, { $from }–{ $to }
       *[list] 🗂 <b>Control by list</b> · { $days } days, { $from }–{ $to }
    }
control-part-head = <b>{ $name }</b> · { $count } assigned
control-part =
    { $measure ->
        [overdue] ⏰ { $count } overdue
        [open] { $count } open
        [proven] { $count } proven by a call
        [said] { $count } on their word
        [finished] { $count } other work done
        [failed] { $count } failed
        [cancelled] { $count } cancelled
       *[left] 📌 { $count } from earlier days
    }
control-part-median = ⏱ callback after { $span } (n={ $count })
control-part-booked = 💰 { $range } booked
control-part-button = { $name } · { $count }

control-rows-title = <b>{ control-measure }</b>: { $count }
control-rows-days =
    { $measure ->
        [left] assigned before { $from }
       *[other] assigned in { $days } days, { $from }–{ $to }
    }
control-rows-none = There are none now.
control-row = { control-row-at } · { $kind } · { $subject }
control-row-at =
    { $late ->
        [true] ⏰ { $at }
       *[false] { $at }
    }
control-row-who = { $owner } · { $outcome }
control-row-paused = put off until { $at }
# proof «none»: no call can confirm it; «said»: no call confirms it.
control-row-done =
    { $proof ->
        [none] { $result }
        [said] { $result }, on their word
       *[other] { $result }, proven by call #{ $proof }
    }
control-row-proven = proven by call #{ $id }
control-row-reason = { $state } · { $reason }

## In the weekly summary.
weekly-control = <b>What was assigned</b>
weekly-control-counts = 📋 { $given } assigned: { $proven } proven by a call, { $said } on their word, { $finished } other work done, { $failed } failed, { $cancelled } cancelled, { $open } open, { $overdue } of them overdue

## «💳 Average booking».
button-average-booking = 💳 Average booking
average-booking-title = <b>💳 Average booking</b>
average-booking-now = Now: { $amount }
average-booking-unknown = Not said yet: “🎯 Control” counts no money.
average-booking-question = What does one booking bring the clinic on average? Write an amount in rubles, for example <code>3 500</code>. “🎯 Control” turns bookings after callbacks into money with it, of past days too.
average-booking-not-understood = I did not understand the amount. Write rubles, 1 to 1 000 000, for example 3 500.
average-booking-confirm = Take it that a booking brings { $amount }?
button-average-booking-save = ✅ Save
button-average-booking-forget = 🗑 Count no money
done-average-booking = ✅ Saved.
action-settings-set-average-booking = Set the average booking

## Chapter of the help.
help-button-control = 🎯 Control
help-chapter-control =
    <b>🎯 Control</b>

    What became of the assignments given in 7, 14 or 30 days. The sum holds: assigned = proven by a call + on their word + other work done + failed + cancelled + open. “Open from earlier days” are older still.

    “Proven by a call”: the client was called, and the call shows it. “On their word”: the owner says so, no call is seen.

    A button with a sign and a number opens exactly these assignments: the sign stands at their line, too. “👤 By person” and “🗂 By list” narrow them.

    💰 Clients who came back: first those whose booking is heard in a call, then with those of whom the owner says so. Each client and each callback counts once, in one list. Money is clients × the average booking (“🔧 Settings” → “💳 Average booking”, set by a superadmin).
