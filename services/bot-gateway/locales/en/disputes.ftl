# Disputes: an operator does not agree with a score of his own call.
action-dispute-open = Dispute a score
action-dispute-decide = Decide a dispute

refusal-dispute-not-yours = only your own call can be disputed
refusal-dispute-no-score = there is nothing to dispute yet: the call is not scored
refusal-dispute-not-raised = this metric is not raised now
refusal-dispute-too-late = the call was scored more than 48 hours ago
refusal-dispute-already-open = this metric is disputed already
refusal-dispute-already-decided = this dispute is decided already
refusal-dispute-not-found = there is no such dispute
refusal-dispute-cannot-decide-own = somebody has to decide who neither took, judged nor reviewed this call
refusal-dispute-words-gone = this text is gone, write it once more

done-dispute-opened = ✅ The dispute is open. Somebody who has not judged this call decides; the answer comes here.
done-dispute-decided =
    { $outcome ->
        [upheld] ✅ Decided: the operator is right. He has been told.
       *[rejected] ✅ Decided: the score stands. The operator has been told.
    }
news-dispute-opened = ⚖️ <b>New dispute:</b> an operator does not agree with a call’s score
news-dispute-decided =
    { $outcome ->
        [upheld] ⚖️ <b>Dispute decided: you are right.</b> It was a false alarm.
       *[rejected] ⚖️ <b>Dispute decided: the score stands.</b>
    }

dispute-state-open = waits for a decision
dispute-state-upheld = the operator is right
dispute-state-rejected = the score stands
dispute-reason-misheard = The transcript is wrong
dispute-reason-other-speaker = Somebody else said it
dispute-reason-other-meaning = The words mean something else
dispute-reason-resolved = It was settled in the call
dispute-reason-other = In own words

## The call's card.
button-dispute = ⚖️ Dispute
dispute-button = ⚖️ Dispute no. { $id } · { $state }
dispute-line = ⚖️ { $metric } — dispute no. { $id }: { $state }
dispute-window =
    { $open ->
        [true] ⚖️ You do not agree? It can be disputed until { $until }
       *[false] ⚖️ It could be disputed until { $until }
    }

## To dispute.
dispute-title = ⚖️ <b>Dispute of call #{ $call }</b> · { $at }
dispute-which = Several metrics are raised. Which one do you not agree with?
dispute-nothing = There is nothing to dispute here any more: the metrics have changed, it is disputed already, or the time is over.
dispute-why-question = What is wrong? Choose, or write a message of up to { $max } characters.
dispute-words-needed = Write in words what is wrong with the score.
dispute-words-long = Too long: please keep it within { $max } characters.
dispute-own-words = 💬 “{ $words }”
button-dispute-send = ✅ Send

## The dispute's card.
dispute-card-title = ⚖️ <b>Dispute no. { $id }</b> · { $state }
# operator "none": nobody answered.
dispute-call =
    { $operator ->
        [none] Call #{ $call } · { $at }
       *[other] Call #{ $call } · { $at } · { $operator }
    }
dispute-metric = Metric: <b>{ $metric }</b>
dispute-opened = Opened by: { $name }, { $at }
dispute-reason = Reason: { $reason }
dispute-note = 💬 “{ $words }”
dispute-decision = <b>Decision: { $outcome }</b> · { $name }, { $at }
dispute-no-evidence = The score of version { $tag } is not stored any more: decide by recording and transcript.
dispute-changed = ⚠️ The call has changed since: the words above are the new transcript’s.
dispute-version = <i>Both sides see the same. LM { $tag }</i>
dispute-not-yours-to-decide = You took, judged or reviewed this call: somebody else decides the dispute.
button-dispute-upheld = 👍 Operator is right
button-dispute-rejected = 👎 Score stands
button-dispute-call = ☎️ Call #{ $call }

dispute-decision-question =
    { $outcome ->
        [upheld] <b>The operator is right</b>, it was raised wrongly? He will be told; the decision cannot be changed.
       *[rejected] <b>The score stands</b>? The operator will be told; the decision cannot be changed.
    }
dispute-decision-words = You may write a message why: the operator will read it. Up to { $max } characters.
dispute-decided-already = There is nothing to decide here any more: the dispute is decided, or somebody else has to decide it.

## Disputes.
button-disputes = ⚖️ Disputes ({ $count })
# operator: the code, for one operator's disputes.
disputes-title =
    { $view ->
        [open] ⚖️ <b>Disputes that wait</b> · { $count }
        [decided] ⚖️ <b>Decided disputes</b> · { $count }
        [mine] ⚖️ <b>My disputes</b> · { $count }
       *[operator] ⚖️ <b>Disputes: { $operator }</b> · { $count }
    }
disputes-none =
    { $view ->
        [open] 🟢 Every dispute is decided.
        [mine] You have not disputed anything yet. “⚖️ Dispute” stands on the card of your call, for 48 hours after it was scored.
       *[other] There are no disputes.
    }
disputes-row =
    <b>no. { $id }</b> { $metric } — { $state }
    { $at } · { $name } · #{ $call }
disputes-button = no. { $id } · { $metric } · #{ $call }
disputes-view =
    { $view ->
        [open] That wait
       *[decided] Decided
    }

## Chapter of the help.
help-button-disputes = ⚖️ Disputes
help-chapter-disputes =
    <b>⚖️ Disputes</b>

    An operator does not agree with what was raised in his call: the call’s card → “⚖️ Dispute” → a reason, or own words. There are 48 hours for it, from the moment of the score.

    Somebody decides who neither took, judged nor reviewed the call. Both sides see the same: the words, their time and weight. There is one decision and it cannot be changed; the operator is told.

    “The operator is right” means a false alarm: such decisions show which rules are wrong.

    Administrators: “🧠 LM analytics” → “⚖️ Disputes”. Operators: “📈 My statistics” → “⚖️ My disputes”.
