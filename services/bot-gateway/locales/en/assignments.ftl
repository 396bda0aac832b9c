# Assignments: give, list, card.
menu-way-assignments = 📋 Assignments
button-confirm = ✅ Confirm
button-cancel = ✖️ Cancel
button-other-due = Choose another deadline
button-start = ▶️ Start
button-done = ✅ Done
button-failed = ❌ Could not
button-extend = ⏰ Extend
button-reassign = 🔁 Reassign
button-call-off = 🗑 Call off
button-return = ↩️ Return
button-pause = ⏸ Put off
button-resume = ▶️ Resume
button-comment = ✏️ Comment
button-new-task = ➕ Task
button-batch = 👥 Give from the list

span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
span-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

assign-title = 👤 <b>Assignment about call #{ $id }</b> · { $at }
assign-title-free = 👤 <b>A new assignment</b>
assign-kind-question =
    What has to be done?

    Callback: get in touch with the client.
    Review: talk the call over with the operator.
    Training: learn from this call.
    Marketing action: win the client back with an offer.
    Task: anything else, in your own words.
assign-kind-all-taken = Everything about this call is assigned already:
assign-kind-taken = 📋 { $kind }: given already, { $owner }, due { $due }
assign-owner-question = Whom to give it to? Beside each: assignments under way.
# tie: took this call, or knows the client from another one.
assign-person =
    { $suggested ->
        [true] ⭐ { assign-person-plain }
       *[false] { assign-person-plain }
    }
assign-person-plain =
    { $tie ->
        [took] { $name } · { $count } · took the call
        [knows] { $name } · { $count } · knows the client
       *[none] { $name } · { $count }
    }
assign-suggested = ⭐ { $name }: { $reasons }
owner-reason-took = took the call
owner-reason-knows = knows the client
owner-reason-at-work = takes calls today
owner-reason-free = has the fewest assignments
assign-choice = <b>{ $kind }</b> · { $owner }
assign-kind-chosen = <b>{ $kind }</b>
assign-channel-question = How is the client to be reached?
assign-channel = By: { $channel }
assign-words =
    { $rule ->
        [required] What to do: { $words }
       *[optional] Comment: { $words }
    }
assign-words-question = Send a message: what has to be done (at most { $max } characters).
assign-comment-question = Send a message: what else its owner has to know (at most { $max } characters).
typed-words-needed = Words are needed, not the number of a call.
typed-words-long = Too long: at most { $max } characters. Write it shorter.

due-question = By when?
due-preset =
    { $preset ->
        [in-1-hour] In 1 hour
       *[in-24-hours] In 24 hours
    }
# days: how many until it; weekday: 1 is Monday.
due-moment =
    { $days ->
        [0] Today { $time }
        [1] Tomorrow { $time }
       *[other] { due-weekday } { $date } { $time }
    }
due-weekday =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
due-other = Another date
due-type =
    Send the deadline as a message, for example:
    tomorrow 12:00
    25.11 18:00
    in 3 hours
    friday 3 pm
    end of the day
    after the weekend
due-not-understood = I did not understand the deadline.
due-past = ⛔️ { $at } has passed already. Another deadline is needed.
due-not-later = ⛔️ { $at } is not later than the present deadline ({ $due }). To extend it, a later one is needed.
due-line =
    { $what ->
        [pause] Put off until <b>{ $at }</b>, for { $span }
       *[due] Due: <b>{ $at }</b>, in { $span }
    }
due-line-closed =
    { due-line }
    🌙 The clinic is closed then.
due-when-open = When it opens: { $at }

assignments-view-button =
    { $chosen ->
        [true] • { assignments-view }
       *[false] { assignments-view }
    }
assignments-view =
    { $view ->
        [mine] Mine
        [given] Given
        [all] All
       *[overdue] Overdue
    }
assignments-title =
    { $view ->
        [mine] 📋 <b>My assignments</b>: { $count }
        [given] 📋 <b>Given by me</b>: { $count }
        [all] 📋 <b>All assignments</b>: { $count }
       *[overdue] ⏰ <b>Overdue</b>: { $count }
    }
assignments-overdue =
    { $whose ->
        [own] ⏰ Overdue: { $count }
       *[all] ⏰ Overdue with everybody: { $count }
    }
assignments-none =
    { $view ->
        [mine] You have no open assignments.
        [given] Everything you gave is closed.
        [all] There are no open assignments.
       *[overdue] 🟢 Nothing is overdue.
    }
assignments-row =
    { $mark ->
        [late] ⏰ { $due } · { $kind } · { $subject } · { $owner }, { $state }
        [paused] ⏸ until { $due } · { $kind } · { $subject } · { $owner }
       *[none] { $due } · { $kind } · { $subject } · { $owner }, { $state }
    }
assignments-row-own =
    { $mark ->
        [late] ⏰ { $due } · { $kind } · { $subject } · { $state }
        [paused] ⏸ until { $due } · { $kind } · { $subject }
       *[none] { $due } · { $kind } · { $subject } · { $state }
    }
assignments-button =
    { $mark ->
        [late] ⏰ { $due } · { $kind } · { $subject }
        [paused] ⏸ { $due } · { $kind } · { $subject }
       *[none] { $due } · { $kind } · { $subject }
    }

assignment-title = 📋 <b>{ $kind }</b> · { $state }
# operator "none": nobody answered the call.
assignment-call =
    { $operator ->
        [none] Call #{ $id } · { $at }
       *[other] Call #{ $id } · { $at } · { $operator }
    }
assignment-call-button = Call #{ $id }
assignment-owner = Owner: { $name }
assignment-giver = Given by: { $name }
assignment-due = Due: { $at }, in { $span }
assignment-overdue = 🔴 Due: { $at }, { $span } late
assignment-due-closed = Due: { $at }
assignment-paused =
    ⏸ Put off until { $until }
    Due: { $at }
assignment-reason = Reason: { $why }
assignment-why = Why: “{ $quote }”
# proof "none": no call can prove it.
assignment-result =
    { $proof ->
        [none] Result: { $result }, { $at }
       *[other] Result: { $result }, { $at } ({ $proof })
    }
assignment-result-none = done
assignment-proof-word = on their word
assignment-proof-call = proven by call #{ $id }
assignment-story = <b>Story</b>
assignment-step = { $at } · { $what } · { $who }
assignment-step-system = system
assignment-step-what =
    { $action ->
        [compensation-propose] proposed
        [compensation-approve] approved
        [assignment-create] given: { $owner }, by { $due }
        [assignment-create-many] given from a list: { $owner }, by { $due }
        [assignment-accept] accepted
        [assignment-start] started
        [assignment-complete] done
        [assignment-fail] failed
        [assignment-extend] deadline moved to { $due }
        [assignment-pause] put off until { $until }
        [assignment-resume] goes on, by { $due }
        [assignment-reassign] handed over: { $owner }
        [assignment-cancel] cancelled
        [assignment-return] sent back
        [assignment-verify] proven by call #{ $call }
        [assignment-unverify] proof taken back: the call was corrected
       *[other] changed
    }
assignment-result-question =
    { $kind ->
        [review] What did the review show?
        [marketing] What came of it?
       *[callback] What came of the callback?
    }
reassign-question = Pass it to whom? The number is the work they have already.

## “⏰ Extend”, “⏸ Put off”, and why.
later-question =
    { $move ->
        [pause] Until when? Nothing rings before.
       *[extend] Until when is it extended?
    }
reason-question =
    { $move ->
        [extend] Why is the deadline moved?
        [pause] Why is it put off?
        [fail] Why did it fail?
       *[cancel] Why call the assignment off? It cannot be returned later, only given anew.
    }
reason-other-button = Another reason
reason-type = Send the reason as a message (at most { $max } characters).
reason-words = Reason: { $words }

## “👥 Give from the list”.
batch-title = 👥 <b>Give from the list</b>
batch-list = { call-list-name } · { $days } days
batch-question = { $kind }: how many of the first calls go to one person?
batch-none = There are no calls in this list.
batch-count =
    { $all ->
        [true] All { $count }
       *[false] First { $count }
    }
batch-kind =
    { $on ->
        [true] • { $kind }
       *[false] { $kind }
    }
batch-chosen =
    👥 <b>{ $count ->
        [one] { $count } call
       *[other] { $count } calls
    }</b>
batch-calls-more = { $calls } and { $count } more
batch-taken = { $kind } is given already for { $count } of them: these are left out.

## Somebody was quicker.
taken-by = 📋 { $kind }: { $owner }, by { $due }. Given by: { $giver }.
