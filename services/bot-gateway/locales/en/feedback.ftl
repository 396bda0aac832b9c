# Judging a call's flags, second opinions, quality of rules.
action-score-feedback = Judge a flag
action-score-feedback-withdraw = Take back one’s judgement
action-blind-review-answer = Give a second opinion

refusal-feedback-own-call = this is your own call: nobody judges his own
refusal-feedback-no-score = there is nothing to judge yet: the call has not been read
refusal-feedback-not-raised = this metric is not raised now: if it should be, press «Missed»
refusal-feedback-already-raised = this metric is raised already: choose «👍 Right» or «👎 False»
refusal-feedback-already-given = that is what you have said already
refusal-feedback-not-given = your judgement is not here any more
refusal-blind-review-not-found = this question is gone
refusal-blind-review-already-answered = somebody has answered this question, open the next one
refusal-blind-review-not-yours = you have seen this call before: a second opinion has to be somebody else’s

done-feedback-given = ✅ Kept.
done-feedback-withdrawn = ✅ Taken back.
done-blind-answered = ✅ Kept. Here is the next one.
done-blind-skipped = ⏭ Passed over: somebody else will be asked.

verdict-confirm = right
verdict-false-alarm = false
verdict-missed = missed
blind-answer-yes = yes
blind-answer-no = no
blind-answer-skip = passed over

## The call's card.
button-feedback-confirm = 👍 Right
button-feedback-false-alarm = 👎 False
button-feedback-missed = Missed
button-feedback-withdraw = ↩️ Take back
button-feedback-withdraw-metric = ↩️ Take back: { $metric }
feedback-line = 💬 { $metric } — { $words }
feedback-mine = You: { $verdict }
feedback-older = { $words } (of an earlier version)
feedback-votes = { $yes } of { $n } confirm
feedback-missed =
    { $n ->
        [one] { $n } person says it was missed
       *[other] { $n } people say it was missed
    }

judge-title = <b>Call #{ $id }</b> · { $at }
judge-question =
    { $verdict ->
        [confirm] 👍 <b>Right.</b> Several metrics are raised: which one do you confirm?
        [false_alarm] 👎 <b>False.</b> What was raised for nothing?
       *[missed] <b>Missed.</b> What was in the talk and was not raised?
    }
judge-nothing = There is nothing to choose from: the metrics have changed. Go back to the card.

## Second opinions.
button-blind = 🙈 Second opinion ({ $count })
button-blind-next = Next ▶️
button-blind-yes = Yes
button-blind-no = No
button-blind-skip = Pass over
blind-title = 🙈 <b>Second opinion</b> · { $count } left
blind-how = <i>Answer by the talk alone. What the program decided and what the first person said is left out on purpose.</i>
# operator «none»: nobody answered.
blind-call =
    { $operator ->
        [none] Call { $at }
       *[other] Call { $at } · { $operator }
    }
blind-question =
    { $metric ->
        [complaint_risk_flag] ❓ <b>Is the client dissatisfied, and does he blame the clinic or threaten to complain?</b>
        [followup_needed_flag] ❓ <b>Is an intention left open: does the client have to be called back?</b>
        [lost_opportunity_score] ❓ <b>Was a booking within reach, and did the clinic lose it, or is about to?</b>
        [churn_risk_level] ❓ <b>May an existing client leave: he blames the clinic, or cancels and goes elsewhere?</b>
       *[cross_sell_potential] ❓ <b>Does the client need a further service that was not booked?</b>
    }
blind-none = 🙈 <b>Second opinion</b>

    There are no questions for you. New calls are drawn once a week, on Mondays.
blind-taken = Somebody has answered this question. Open the next one.

## Quality of rules.
button-rule-quality = 🎯 Quality of rules
button-agreement = 🤝 Agreement of people
button-quality-active = Active version only
button-quality-all = All versions
button-quality-metric = { $metric } · rules: { $count }
quality-title = <b>🎯 Quality of rules</b>
quality-scope =
    { $scope ->
        [active] Judgements of 180 days, active version only
       *[all] Judgements of 180 days, all versions
    }
quality-none = There are no judgements yet. They are given on a call’s card: «👍 Right», «👎 False», «Missed».
quality-explain = <i>Precision: the share of flags that were right, in brackets where it really lies (95%). One call is one vote, of its majority; disputed ones do not count. ⚠️ — precision under 60% in 20 judgements or more.</i>
# precision «none»: nobody said right or false.
quality-metric =
    { $precision ->
        [none] <b>{ $metric }</b>: nobody has said right or false yet
       *[other] <b>{ $metric }</b>: precision { $precision }% ({ $low }–{ $high }), n { $n }
    }
quality-metric-rest = missed { $missed }, disputed { $disputed }
quality-suspects =
    { $count ->
        [one] ⚠️ { $count } suspect rule
       *[other] ⚠️ { $count } suspect rules
    }
quality-rules-title = <b>🎯 { $metric }</b>: rules, the worst first
quality-rules-none = No rule of this metric has been judged yet.
quality-rule =
    { $suspect ->
        [true] ⚠️ { $rule } <code>{ $id }</code>
       *[false] { $rule } <code>{ $id }</code>
    }
# precision «none»: its calls are all disputed.
quality-rule-numbers =
    { $precision ->
        [none] disputed only
       *[other] precision { $precision }% ({ $low }–{ $high }), n { $n }
    }

agreement-title = <b>🤝 Agreement</b>
agreement-people = <b>People with each other</b>: the first one, and a second who did not see the first answer
agreement-engine = <b>The program and a person</b>: calls drawn at random, raised and not
agreement-none = There are no pairs yet: «Second opinion» offers calls every week.
agreement-all = All metrics
# kappa «none»: both always say the same, then κ means nothing.
agreement-row =
    { $kappa ->
        [none] { $metric }: same { $observed }%, κ not defined, AC1 { $ac1 }, “yes” in { $prevalence }%, n { $n }
       *[other] { $metric }: same { $observed }%, κ { $kappa }, AC1 { $ac1 }, “yes” in { $prevalence }%, n { $n }
    }
agreement-few = Too few yet: { $n } of { $enough }. The numbers still jump, conclude nothing.
agreement-recall = Of what people found in random calls the program had noticed { $caught } of { $n }.
agreement-explain = <i>κ and AC1 are agreement beyond chance: 1 is always, 0 is a coin. Where “yes” is rare, κ is too low and AC1 is not: look at both.</i>
