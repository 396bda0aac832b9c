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
assign-kind-question =
    What has to be done?

    Call back: reach the client.
    Review: go through the call with the operator.
    Training: learn from this call.
assign-kind-all-taken = Everything about this call is assigned already:
assign-kind-taken = 📋 { $kind } is assigned already: { $owner }, due { $due }
assign-owner-question = { $kind }: who does it? The number is the work they have already.
assign-person =
    { $tookTheCall ->
        [true] { $name } · { $count } · took the call
       *[false] { $name } · { $count }
    }
assign-choice = <b>{ $kind }</b> · { $owner }

due-question = By when?
due-preset =
    { $preset ->
        [in-1-hour] In 1 hour
        [today-18] Today 18:00
        [tomorrow-12] Tomorrow 12:00
       *[in-24-hours] In 24 hours
    }
due-other = Another date
due-type =
    Write the deadline as a message, for example:
    tomorrow 12:00
    25.11 18:00
    in 3 hours
due-not-understood = I did not understand the deadline.
due-past = ⛔️ { $at } has passed already. Another deadline is needed.
due-line = Due: <b>{ $at }</b>, in { $span }

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
    { $late ->
        [true] ⏰ { $due } · { $kind } · #{ $id } · { $owner }, { $state }
       *[false] { $due } · { $kind } · #{ $id } · { $owner }, { $state }
    }
assignments-row-own =
    { $late ->
        [true] ⏰ { $due } · { $kind } · #{ $id } · { $state }
       *[false] { $due } · { $kind } · #{ $id } · { $state }
    }
assignments-button =
    { $late ->
        [true] ⏰ { $due } · { $kind } · #{ $id }
       *[false] { $due } · { $kind } · #{ $id }
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
assignment-why = Why: “{ $quote }”
assignment-result = Result: { $result }, { $at } ({ $proof })
assignment-result-none = done
assignment-proof-word = on their word
assignment-proof-call = proven by call #{ $id }
assignment-story = <b>Story</b>
assignment-step = { $at } · { $what } · { $who }
assignment-step-system = system
assignment-step-what =
    { $action ->
        [assignment-create] given to { $owner }, due { $due }
        [assignment-accept] accepted
        [assignment-start] started
        [assignment-complete] done
        [assignment-fail] could not be done
        [assignment-extend] deadline moved to { $due }
        [assignment-reassign] passed to { $owner }
        [assignment-cancel] called off
        [assignment-return] returned
       *[other] changed
    }
assignment-result-question = How did the call-back end?
extend-question = Until when?
reassign-question = Pass it to whom? The number is the work they have already.
call-off-question = Call the assignment off? It cannot be returned later, only given anew.
