# Обучение операторов: что повторяется в звонках, тренинги и что они изменили.
button-trainings = 🎓 Обучение
button-all-trainings =
    { $count ->
        [0] 📚 Все тренинги
       *[other] 📚 Все тренинги (в работе { $count })
    }
button-give-training = 🎓 Назначить тренинг
button-current-training = 🎓 Открыть его тренинг
button-other-trainee = 👥 Пройдёт другой сотрудник
button-training = 🎓 Звонки и результат тренинга
button-training-assignment = 📋 Карточка поручения

## Что повторяется.
pattern-no-offer = Не предлагает запись
pattern-few-steps = Пропускает шаги чек-листа
pattern-broke-script = Нарушает скрипт
pattern-lost = Теряет запись
pattern-low-quality = Низкое качество
pattern-broken-promise = Обещает и не перезванивает

pattern-meaning-no-offer = <i>Клиент хотел прийти, а время ему не предложили.</i>
pattern-meaning-few-steps = <i>Прозвучало меньше половины нужных шагов чек-листа.</i>
pattern-meaning-broke-script = <i>Грубость, отказ без другого варианта, перебивание: нарушений на 40 баллов и больше.</i>
pattern-meaning-lost = <i>Запись была близко и не состоялась: потеря на 60 баллов и больше.</i>
pattern-meaning-low-quality = <i>Качество звонка ниже 60.</i>
pattern-meaning-broken-promise = <i>Оператор сказал «перезвоню» и к сроку не позвонил.</i>

patterns-title = 🎓 <b>Обучение</b> · что повторяется за 7 дней, { $from }–{ $to }
patterns-times =
    { $min ->
        [one] { $min } раз
        [few] { $min } раза
       *[many] { $min } раз
    }
patterns-intro = <i>Здесь то, что у одного оператора случилось хотя бы { patterns-times }. Выше те, у кого это заметно чаще, чем у остальных.</i>
patterns-none = За неделю ничего не повторилось { patterns-times } у одного оператора.
pattern-row = <b>{ $operator }</b> · { $pattern }
pattern-button = { $operator } · { $pattern } · { $count }
# { $base } — например «84 целевых»; others «none»: сравнить не с кем.
pattern-share =
    { $others ->
        [none] { $count } из { $base } · { $percent } %
       *[other] { pattern-share-compared }
    }
pattern-share-compared =
    { $more ->
        [true] { $count } из { $base } · { $percent } %, у остальных { $others } %
       *[false] { $count } из { $base } · { $percent } %, примерно как у остальных ({ $others } %)
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
        [one] { $count } целевого
       *[other] { $count } целевых
    }
pattern-base-calls =
    { $count ->
        [one] { $count } разговора
       *[other] { $count } разговоров
    }
pattern-base-promises =
    { $count ->
        [one] { $count } обещания
       *[other] { $count } обещаний
    }
pattern-trained-now = 🎓 тренинг уже назначен, до { $due }
pattern-trained = 🎓 тренинг пройден { $at }
pattern-title = 🎓 <b>{ $operator }</b> · { $pattern }
# Показаны не все: последние из них.
pattern-calls =
    { $all ->
        [true] Звонки:
       *[false] Последние { $count } из { $of }:
    }
training-example = #{ $id } · { $at }
training-example-button = #{ $id } · { $at }

## Назначение.
training-plan-title-call = 🎓 <b>Тренинг по звонку #{ $id }</b> · { $at }
training-plan-title-pattern = 🎓 <b>Тренинг: { $pattern }</b>
training-plan-operator = Оператор: { $operator }
training-plan-metric = Измерим: { $metric }
training-plan-owner = Проходит: { $name }
training-plan-metric-question = Что должно измениться? По этому показателю сравним звонки оператора до и после тренинга. Хуже всего в этом звонке — сверху.
# value «none»: в этом звонке не определить или это не число.
training-plan-metric-button =
    { $value ->
        [none] { $light }{ $metric }
       *[other] { $light }{ $metric } · { $value }
    }
training-plan-no-operator = На этот звонок никто не ответил: учить некого.
training-plan-owner-question =
    { $known ->
        [true] Кто пройдёт тренинг? Измерять будем звонки этого оператора.
       *[false] У этого оператора нет доступа к боту. Кто проведёт с ним тренинг? Измерять будем звонки оператора.
    }
training-plan-measured = <i>Сравним 30 дней до и 30 дней после, у оператора и у остальных.</i>

## Тренинг.
training-title = 🎓 <b>{ $metric }</b> · { $operator }
training-pattern = Повод: { $pattern }
# due «none»: тренинг закрыт.
training-state =
    { $due ->
        [none] Проходит { $owner }: { $state }
       *[other] { training-state-open }
    }
training-state-open =
    { $late ->
        [true] ⏰ Проходит { $owner }: { $state }, срок { $due } прошёл
       *[false] Проходит { $owner }: { $state }, до { $due }
    }
training-examples =
    { $count ->
        [0] Звонков-примеров нет.
        [one] Звонок-пример:
       *[other] Звонки-примеры:
    }

# pattern «none»: тренинг по одному звонку.
assignment-training =
    { $pattern ->
        [none] Измеряем: { $metric } · { $operator }
       *[other] { $pattern } · { $operator }
    }

effect-title = 📏 <b>До и после</b>
effect-side =
    { $side ->
        [before] до
       *[after] после
    }
effect-unit =
    { $unit ->
        [percent] {" %"}
       *[points] {""}
    }
# { $mean } «none»: звонков не было.
effect-sample =
    { $mean ->
        [none] { effect-side }: звонков нет · { $from }–{ $to }
       *[other] { effect-side }: <b>{ $mean }{ effect-unit }</b> · { effect-base } · { $from }–{ $to }
    }
effect-base =
    { $what ->
        [promises] { effect-base-promises }
       *[calls] { effect-base-calls }
    }
effect-base-calls =
    { $calls ->
        [one] { $calls } звонок
        [few] { $calls } звонка
       *[many] { $calls } звонков
    }
effect-base-promises =
    { $calls ->
        [one] { $calls } обещание
        [few] { $calls } обещания
       *[many] { $calls } обещаний
    }
effect-others = у остальных за те же дни: { $before }{ effect-unit } → { $after }{ effect-unit }
effect-few = ⚪️ Мало звонков, вывод не делаем: нужно хотя бы { $min } до и { $min } после.
effect-measure-changed = ⚪️ Звонки до и после оценены разными версиями LM, а сравнить с остальными не с кем: вывод не делаем.
effect-change-unit =
    { $unit ->
        [percent] {" п. п."}
       *[points] {""}
    }
effect-beyond =
    { $others ->
        [true] {" Изменение остальных вычтено."}
       *[false] {""}
    }
effect-verdict =
    { $verdict ->
        [better] 🟢 Стало лучше: { $by }{ effect-change-unit } (95 %: от { $low } до { $high }).{ effect-beyond }
        [worse] 🔴 Стало хуже: { $by }{ effect-change-unit } (95 %: от { $low } до { $high }).{ effect-beyond }
       *[unclear] ⚪️ Разница { $by }{ effect-change-unit } (95 %: от { $low } до { $high }) может быть случайной, вывод не делаем.{ effect-beyond }
    }
effect-not-yet = <i>Тренинг не пройден. Когда он будет выполнен, { $days } дней будем смотреть, что изменилось.</i>
effect-so-far = <i>Смотрим { $days } дней после тренинга; они ещё не прошли, итог может измениться.</i>
effect-never =
    { $state ->
        [failed] <i>Тренинг не состоялся: сравнивать нечего.</i>
       *[cancelled] <i>Тренинг отменён: сравнивать нечего.</i>
    }
effect-versions-differ = <i>За это время сменилась версия LM: остальных она тоже коснулась, это учтено.</i>
effect-week-left-out = <i>Звонки-примеры и неделя, за которую назначили тренинг, не в счёт: после плохой недели лучше станет и само.</i>

## Списки.
trainings-title =
    { $whose ->
        [own] { trainings-title-own }
       *[all] { trainings-title-all }
    }
trainings-title-own =
    { $count ->
        [0] 🎓 <b>Мои тренинги</b> · всё пройдено
        [one] 🎓 <b>Мои тренинги</b> · ждёт { $count }
       *[other] 🎓 <b>Мои тренинги</b> · ждут { $count }
    }
trainings-title-all =
    { $count ->
        [0] 📚 <b>Все тренинги</b> · незаконченных нет
       *[other] 📚 <b>Все тренинги</b> · в работе { $count }
    }
trainings-none =
    { $whose ->
        [own] Тренингов вам ещё не назначали.
       *[all] Тренингов ещё не назначали. Начните с того, что повторяется в звонках.
    }
# id «none»: тренинг ни о каком звонке.
trainings-about-call =
    { $id ->
        [none] Тренинг
       *[other] По звонку #{ $id }
    }
# due «none»: тренинг закрыт; owner «none»: он и так ясен.
trainings-row =
    { $due ->
        [none] 🎓 { $about }{ trainings-owner }: { $state }
       *[other] { trainings-row-open }
    }
trainings-row-open =
    { $late ->
        [true] ⏰ { $about }{ trainings-owner }: { $state }, срок { $due } прошёл
       *[false] 🎓 { $about }{ trainings-owner }: { $state }, до { $due }
    }
trainings-owner =
    { $owner ->
        [none] {""}
       *[other] {" · "}{ $owner }
    }
trainings-button = 🎓 { $about }{ trainings-owner } · { $state }

## Глава помощи.
help-button-trainings = 🎓 Обучение
help-chapter-trainings =
    <b>🎓 Обучение</b>

    «📋 Поручения» → «🎓 Обучение»: что у одного оператора повторилось за неделю хотя бы 5 раз, рядом — доля таких звонков у остальных. Нажмите строку: звонки можно послушать и назначить по ним тренинг. По одному звонку — «👤 Назначить» → «Тренинг» и показатель.

    В карточке тренинга — «🎓 Звонки и результат тренинга»: показатель оператора за 30 дней до и 30 дней после, числа звонков и вывод. Если звонков меньше 30 или разница может быть случайной, бот так и скажет. Если за те же дни так же изменились все, это тоже не заслуга тренинга.

    Оператор видит свои: «📈 Моя статистика» → «🎓 Мои тренинги».
