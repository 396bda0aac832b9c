# Call card, transcript, recording.
button-listen = 🎧 Listen
button-transcript = 📝 Transcript
button-listened = ✅ Listened
button-assign = 👤 Assign
you = you

call-title = <b>Call #{ $id }</b> · { $at }
call-direction =
    { $direction ->
        [outbound] Outbound
       *[inbound] Inbound
    }
call-waited = waited { $seconds } s
call-talked = talk { $time }
call-client = client +7 ••• •••-{ $start }-{ $end }
call-outcome = Outcome: { $outcome }
call-followup = 📞 To call back
call-followup-due = 📞 To call back { $due }
call-not-scored = ⏳ The call is not scored yet. It usually takes a minute.
call-no-dialogue = There was no talk, so there are no metrics.
call-no-transcript = No transcript yet. The call is scored by itself when it comes.

# A metric with its points; score "none": no points, only the verdict.
call-topic =
    { $score ->
        [none] { $light } { $metric }
       *[other] { $light } { $metric } { $score }
    }
call-why = <b>Why</b>
call-why-nothing = No alarming words were found in the talk.
call-why-more =
    { $count ->
        [one] … and { $count } weaker reason
       *[other] … and { $count } weaker reasons
    }
call-trigger =
    { $at ->
        [none] +{ $weight } { $rule }
       *[other] +{ $weight } { $rule } · { $at }
    }
call-ruled-out-title = <b>Checked and ruled out</b>
call-ruled-out =
    { $at ->
        [none] { $rule }: { $why }
       *[other] { $rule }: { $why } · { $at }
    }
call-listened = ✅ Listened: { $names }
# outcome "none": the call-back goes on, or it is none; due "none": the assignment is closed.
call-assignment =
    { $outcome ->
        [none] { call-assignment-state }
       *[other] { call-assignment-state } · { $outcome }
    }
call-assignment-state =
    { $due ->
        [none] 📋 { $kind }: { $owner }, { $state }
       *[other] { call-assignment-due }
    }
call-assignment-due =
    { $late ->
        [true] ⏰ { $kind }: { $owner }, { $state }, was due { $due }
       *[false] 📋 { $kind }: { $owner }, { $state }, due { $due }
    }
call-assignment-button = 📋 { $kind } · { $owner } · { $state }
call-version = <i>LM { $tag } · profile { $profile }</i>

# A rule in words; an unknown one is named by its family, an unknown family neutrally.
rule-why =
    { $rule ->
        [complaint-escalation] threatens to complain or wants the money back
        [complaint-broken_promise] a promise was not kept
        [complaint-repeated] not the first time
        [complaint-error] a mistake of the clinic
        [complaint-treatment] unhappy with the treatment or visit
        [complaint-rudeness] somebody was rude
        [complaint-wait] waited too long
        [complaint-outrage] outraged
        [complaint-leaving] says they will leave the clinic
        [complaint-settled] settled in the talk
        [complaint-demands_answer] demands an answer
        [complaint-operator_sorry] the operator apologised
        [complaint-operator_fixes] the operator set out to fix it
        [complaint-operator_excuse] the operator made excuses
        [complaint-time_passed] much time has passed
        [complaint-irritation] irritated
        [grievance-was_told] was told one thing, got another
        [grievance-nobody] nobody answered
        [grievance-waits] has waited long
        [grievance-again] the same trouble again
        [grievance-why] asks why it is so
        [grievance-mistake] speaks of a mistake
        [grievance-harm] got worse after the visit
        [grievance-feeling] outraged or hurt
        [grievance-demand] demands that it be sorted out
        [grievance-loyal] a client of many years
        [barrier-price] the price stood in the way
        [barrier-price_soft] the price gave pause
        [barrier-time] the time did not suit
        [barrier-competitor] compares with another clinic
        [barrier-trust] does not trust
        [barrier-operator_failed] the operator did not help to book
        [barrier-operator_short] the operator answered curtly
        [booking-client_waitlist] asks for a slot that becomes free
        [booking-waitlist] put on the waiting list
        [booking-cancelled] cancelled the booking
        [booking-moved] moved the booking
        [booking-confirmed] the booking is confirmed
        [delay-thinks] wants to think it over
        [delay-asks_callback] asks to be called back
        [delay-will_call] will call again
        [delay-busy] cannot talk now
        [delay-condition] will decide later, on a condition
        [delay-ends_open] the talk ended with nothing
        [promise-clinic_calls] the clinic promised to call
        [promise-client_waits] the client waits for a call
        [promise-passes_on] promised to pass it on
        [quality-rude] the operator is rude
        [quality-brushes_off] the operator brushed it off
        [quality-refuses] a refusal without an alternative
        [script-no_offer] wanted to book and was offered no time
        [cross_sell-also_asks] asks about another service too
        [cross_sell-other_person] asks for somebody close
        [cross_sell-and_for_him] wants to book somebody else too
        [cross_sell-symptom] mentioned another symptom
        [cross_sell-someday] thinks of a service for later
        [cross_sell-operator_offers] the operator offered a service
        [cross_sell-operator_ignores] the operator did not offer the service needed
        [cross_sell-declines] declined a service
        [intent-wants_booking] wants to book
        [intent-urgent] it is urgent
        [intent-cancel] wants to cancel the booking
        [intent-reschedule] wants to move the booking
        [intent-no_reschedule] cancels and does not move
        [intent-existing_client] a client of the clinic
        [intent-asks_price] asks for the price
        [refuse-final] refused for good
        [refuse-elsewhere] will go to another clinic
       *[other] { rule-family }
    }
rule-family =
    { $family ->
        [attribution] whom it is about
        [barrier] something in the way of booking
        [booking] talk about a booking
        [complaint] discontent with the clinic
        [cross_sell] a further need
        [delay] the decision is put off
        [grievance] a sign of a grievance
        [intent] the reason for calling
        [promise] a promise in the talk
        [quality] the operator's work
        [refuse] a refusal
        [script] a breach of the script
        [service] a service was named
        [state] the course of the talk
        [target] what the call is about
        [validity] whether there was a talk
       *[other] words of the talk
    }

transcript-title = 📝 <b>#{ $id }</b> · { $at }
transcript-page = Page { $page } of { $pages }
transcript-turn =
    { $at ->
        [none] <b>{ transcript-speaker }:</b> { $words }
       *[other] { $at } <b>{ transcript-speaker }:</b> { $words }
    }
transcript-speaker =
    { $speaker ->
        [operator] Operator
        [client] Client
       *[system] System
    }
transcript-marked = <u><b>{ $words }</b></u>
transcript-missing = No transcript yet: the telephony has not sent it. It will appear here when it comes.
transcript-empty = The transcript is empty: nobody said anything in the call.
transcript-masked = <i>Phones, document numbers and names are hidden (•••).</i>

# operator "none": nobody answered.
listen-title =
    { $operator ->
        [none] 🎧 <b>#{ $id }</b> · { $at }
       *[other] 🎧 <b>#{ $id }</b> · { $at } · { $operator }
    }
listen-no-recording = 🔇 No recording: the telephony did not send one with the call.
listen-places = What to listen for:
listen-place = { $at } { $rule }
