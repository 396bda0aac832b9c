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
call-outcome-unknown = not scored yet
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
transcript-no-talk = Nobody talked: there is nothing to write down.
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
