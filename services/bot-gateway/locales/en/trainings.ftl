# Training of operators: what repeats in calls, trainings, and what they changed.
button-trainings = 🎓 Training
button-all-trainings =
    { $count ->
        [0] 📚 All trainings
       *[other] 📚 All trainings ({ $count } under way)
    }
button-give-training = 🎓 Give a training
button-current-training = 🎓 Open the training
button-other-trainee = 👥 Somebody else takes it
button-training = 🎓 Calls and result of the training
button-training-assignment = 📋 The assignment

## What repeats.
pattern-no-offer = Offers no appointment
pattern-few-steps = Skips steps of the checklist
pattern-broke-script = Breaks the script
pattern-lost = Loses bookings
pattern-low-quality = Low quality
pattern-broken-promise = Promises and does not call back

pattern-meaning-no-offer = <i>The client wanted to come, and no time was offered.</i>
pattern-meaning-few-steps = <i>Less than half of the steps that applied were heard.</i>
pattern-meaning-broke-script = <i>Rudeness, a refusal without another way, talking over: breaches of 40 points and more.</i>
pattern-meaning-lost = <i>A booking was within reach and was not made: a loss of 60 points and more.</i>
pattern-meaning-low-quality = <i>The call’s quality is under 60.</i>
pattern-meaning-broken-promise = <i>The operator said “I will call you back” and did not call by then.</i>

patterns-title = 🎓 <b>Training</b> · what repeats in 7 days, { $from }–{ $to }
patterns-times =
    { $min ->
        [one] { $min } time
       *[other] { $min } times
    }
patterns-intro = <i>What happened to one operator at least { patterns-times }. Those who do it clearly more often than the others stand first.</i>
patterns-none = Nothing happened to one operator { patterns-times } this week.
pattern-row = <b>{ $operator }</b> · { $pattern }
pattern-button = { $operator } · { $pattern } · { $count }
# { $base }: such as “84 target calls”; others "none": there is nobody to compare with.
pattern-share =
    { $others ->
        [none] { $count } of { $base } · { $percent } %
       *[other] { pattern-share-compared }
    }
pattern-share-compared =
    { $more ->
        [true] { $count } of { $base } · { $percent } %, the others { $others } %
       *[false] { $count } of { $base } · { $percent } %, much like the others ({ $others } %)
    }
pattern-base =
    { $metric ->
        [conversion_score] { pattern-base-target }
        [lost_opportunity_score] { pattern-base-target }
        [promise_kept] { pattern-base-promises }
       *[other] { pattern-base-calls }
    }
pattern-base-target =
    { $count ->
        [one] { $count } target call
       *[other] { $count } target calls
    }
pattern-base-calls =
    { $count ->
        [one] { $count } talk
       *[other] { $count } talks
    }
pattern-base-promises =
    { $count ->
        [one] { $count } promise
       *[other] { $count } promises
    }
pattern-trained-now = 🎓 has a training already, until { $due }
pattern-trained = 🎓 was trained on { $at }
pattern-title = 🎓 <b>{ $operator }</b> · { $pattern }
# Not all of them are shown: the latest.
pattern-calls =
    { $all ->
        [true] The calls:
       *[false] The latest { $count } of { $of }:
    }
training-example = #{ $id } · { $at }
training-example-button = #{ $id } · { $at }

## Giving it.
training-plan-title-call = 🎓 <b>Training on call #{ $id }</b> · { $at }
training-plan-title-pattern = 🎓 <b>Training: { $pattern }</b>
training-plan-operator = Operator: { $operator }
training-plan-metric = Measured by: { $metric }
training-plan-owner = Taken by: { $name }
training-plan-metric-question = What is to change? The operator’s calls before and after are compared by this. The worst of this call stands first.
# value "none": not known in this call, or no number.
training-plan-metric-button =
    { $value ->
        [none] { $light }{ $metric }
       *[other] { $light }{ $metric } · { $value }
    }
training-plan-no-operator = Nobody answered this call: there is nobody to train.
training-plan-owner-question =
    { $known ->
        [true] Who takes the training? The calls of this operator are measured.
       *[false] This operator has no access to the bot. Who trains him? The operator’s calls are measured.
    }
training-plan-measured = <i>30 days before and 30 days after are compared, of the operator and of the others.</i>

## A training.
training-title = 🎓 <b>{ $metric }</b> · { $operator }
training-pattern = Because: { $pattern }
# due "none": the training is closed.
training-state =
    { $due ->
        [none] Taken by { $owner }: { $state }
       *[other] { training-state-open }
    }
training-state-open =
    { $late ->
        [true] ⏰ Taken by { $owner }: { $state }, was due { $due }
       *[false] Taken by { $owner }: { $state }, until { $due }
    }
training-examples =
    { $count ->
        [0] There are no example calls.
        [one] The example call:
       *[other] The example calls:
    }

# pattern "none": the training is on one call.
assignment-training =
    { $pattern ->
        [none] Measured by: { $metric } · { $operator }
       *[other] { $pattern } · { $operator }
    }

effect-title = 📏 <b>Before and after</b>
effect-side =
    { $side ->
        [before] before
       *[after] after
    }
effect-unit =
    { $unit ->
        [percent] {" %"}
       *[points] {""}
    }
# { $mean } "none": there were no calls.
effect-sample =
    { $mean ->
        [none] { effect-side }: no calls · { $from }–{ $to }
       *[other] { effect-side }: <b>{ $mean }{ effect-unit }</b> · { effect-base } · { $from }–{ $to }
    }
effect-base =
    { $what ->
        [promises] { effect-base-promises }
       *[calls] { effect-base-calls }
    }
effect-base-calls =
    { $calls ->
        [one] { $calls } call
       *[other] { $calls } calls
    }
effect-base-promises =
    { $calls ->
        [one] { $calls } promise
       *[other] { $calls } promises
    }
effect-others = the others in the same days: { $before }{ effect-unit } → { $after }{ effect-unit }
effect-few = ⚪️ Too few calls to conclude anything: at least { $min } before and { $min } after are needed.
effect-measure-changed = ⚪️ Other LM versions judged the calls before than after, and there is nobody to compare with: no conclusion.
effect-change-unit =
    { $unit ->
        [percent] {" points"}
       *[points] {""}
    }
effect-beyond =
    { $others ->
        [true] {" The others’ change is taken off."}
       *[false] {""}
    }
effect-verdict =
    { $verdict ->
        [better] 🟢 Better: { $by }{ effect-change-unit } (95 %: from { $low } to { $high }).{ effect-beyond }
        [worse] 🔴 Worse: { $by }{ effect-change-unit } (95 %: from { $low } to { $high }).{ effect-beyond }
       *[unclear] ⚪️ The difference of { $by }{ effect-change-unit } (95 %: from { $low } to { $high }) may be chance, no conclusion.{ effect-beyond }
    }
effect-not-yet = <i>The training is not done. Once it is, we look for { $days } days at what has changed.</i>
effect-so-far = <i>We look at { $days } days after the training; they are not over, this may change.</i>
effect-never =
    { $state ->
        [failed] <i>The training did not take place: there is nothing to compare.</i>
       *[cancelled] <i>The training was cancelled: there is nothing to compare.</i>
    }
effect-versions-differ = <i>The LM version changed meanwhile: it changed the others’ numbers too, which is taken into account.</i>
effect-week-left-out = <i>The example calls and the week that the training was given for do not count: after a bad week things get better by themselves.</i>

## Lists.
trainings-title =
    { $whose ->
        [own] { trainings-title-own }
       *[all] { trainings-title-all }
    }
trainings-title-own =
    { $count ->
        [0] 🎓 <b>My trainings</b> · all done
       *[other] 🎓 <b>My trainings</b> · { $count } to do
    }
trainings-title-all =
    { $count ->
        [0] 📚 <b>All trainings</b> · none under way
       *[other] 📚 <b>All trainings</b> · { $count } under way
    }
trainings-none =
    { $whose ->
        [own] No training has been given to you yet.
       *[all] No training has been given yet. Begin with what repeats in calls.
    }
# id "none": the training is about no call.
trainings-about-call =
    { $id ->
        [none] Training
       *[other] On call #{ $id }
    }
# due "none": the training is closed; owner "none": it is clear who.
trainings-row =
    { $due ->
        [none] 🎓 { $about }{ trainings-owner }: { $state }
       *[other] { trainings-row-open }
    }
trainings-row-open =
    { $late ->
        [true] ⏰ { $about }{ trainings-owner }: { $state }, was due { $due }
       *[false] 🎓 { $about }{ trainings-owner }: { $state }, until { $due }
    }
trainings-owner =
    { $owner ->
        [none] {""}
       *[other] {" · "}{ $owner }
    }
trainings-button = 🎓 { $about }{ trainings-owner } · { $state }

## Chapter of the help.
help-button-trainings = 🎓 Training
help-chapter-trainings =
    <b>🎓 Training</b>

    “📋 Assignments” → “🎓 Training”: what one operator did at least 5 times in a week, beside the others’ share of such calls. Tap a line: hear the calls and give a training on them. On a single call: “👤 Assign” → “Training” and the metric.

    The training’s card has “🎓 Calls and result of the training”: the operator’s metric over 30 days before and 30 days after, with the number of calls and a conclusion. With fewer than 30 calls, or where the difference may be chance, the bot says so. If everybody changed alike in the same days, the training is not to be thanked for it.

    An operator sees his own: “📈 My statistics” → “🎓 My trainings”.
