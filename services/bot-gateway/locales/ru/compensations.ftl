# Компенсации: деньги клиенту по звонку; предлагает один, решает другой.
action-compensation-propose = Предложить компенсацию
action-compensation-approve = Одобрить компенсацию
action-compensation-refuse = Отклонить компенсацию
action-compensation-withdraw = Отозвать компенсацию
action-compensation-set-limit = Изменить предел компенсаций

refusal-compensation-not-found = такой компенсации нет
refusal-compensation-not-waiting = по этой компенсации уже решили
refusal-compensation-own = свою компенсацию одобрить или отклонить нельзя: решает другой, вы можете её отозвать
refusal-compensation-not-yours = отозвать компенсацию может только тот, кто её предложил
refusal-compensation-over-approve-limit = сумма больше вашего предела: отклоните её, попросите предложить меньше или попросите разработчика поднять предел
refusal-compensation-over-propose-limit = сумма больше вашего предела по одному звонку: попросите предложить её того, у кого предел выше
refusal-compensation-proposer-gone = тот, кто предложил, больше не ведёт поручений: отклоните и предложите заново от другого сотрудника
refusal-compensation-not-paid-yet = прошлая компенсация по этому звонку ещё не выплачена
refusal-compensation-already-proposed = по этому звонку одна компенсация уже ждёт решения
refusal-compensation-reason-missing = для «Другое» напишите, за что
refusal-compensation-words-gone = этого текста больше нет, напишите его ещё раз
refusal-compensation-limit-not-below = предел своей роли и тех, кто выше, никто себе не ставит: пределы суперадмина меняет разработчик
refusal-compensation-limit-same = этот предел уже такой
refusal-compensation-limits-crossed = предложить можно было бы больше, чем одобрить: сначала измените другой предел

done-compensation-proposed = ✅ Отправлено на одобрение. Ответ придёт сюда.
done-compensation-decided =
    { $move ->
        [approve] ✅ Одобрено. Тому, кто предложил, пришло поручение выплатить.
        [refuse] ✅ Отклонено. Тот, кто предложил, получил сообщение.
       *[withdraw] ✅ Отозвано.
    }
done-compensation-limit = ✅ Предел изменён.
news-compensation-proposed = 💰 <b>Компенсация ждёт вашего решения</b>
news-compensation-decided =
    { $move ->
        [refuse] 💰 <b>Компенсацию отклонили</b>
       *[approve] 💰 <b>Компенсацию одобрили: выплатите и отметьте</b>
    }

# Для журнала.
compensation-state-proposed = ждёт решения
compensation-state-approved = одобрена
compensation-state-refused = отклонена
compensation-state-withdrawn = отозвана
log-setting-compensation-propose-admin = предлагает администратор
log-setting-compensation-propose-superadmin = предлагает суперадмин
log-setting-compensation-approve-superadmin = одобряет суперадмин

## Карточка звонка.
button-compensation = 💰 Компенсация
call-compensation = 💰 { $money } · { $standing }
button-compensation-one = 💰 { $money } · { $standing }

## Предложить.
compensation-new-title = 💰 <b>Компенсация по звонку #{ $call }</b> · { $at }
compensation-before = По этому звонку уже одобрено: { $money }
compensation-which-reason = За что?
compensation-how-much = Сколько? Нажмите или напишите сумму, например <code>1500</code> или <code>1 500,50</code>.
compensation-limit-left = Ваш предел по этому звонку: { $money }
compensation-sum-not-understood = Не понял сумму. Напишите от копейки до миллиона рублей, например <code>1500</code> или <code>1 500,50 ₽</code>.
compensation-sum = <b>{ $money }</b>
compensation-for = За что: { $reason }
compensation-note = 💬 «{ $words }»
compensation-deciders =
    { $count ->
        [one] Решает: { $names }
       *[other] Решает один из них: { $names }
    }
compensation-no-decider = ⚠️ Одобрить сейчас некому: нужен ещё один суперадмин с достаточным пределом.
compensation-over-limit = ⛔️ Больше вашего предела: по этому звонку вам осталось { $money }.
compensation-words-needed = Напишите сообщением, за что: до { $max } знаков. Без этого не отправить.
compensation-words-possible = Можно добавить пару слов сообщением, до { $max } знаков.
compensation-words-long = Слишком длинно: уместите в { $max } знаков.
compensation-send-question = Отправить на одобрение?
compensation-in-the-way =
    { $paying ->
        [true] Прошлая компенсация по этому звонку одобрена, но ещё не выплачена. Сначала выплатите её.
       *[false] По этому звонку одна компенсация уже ждёт решения.
    }
button-compensation-send = ✅ Отправить
button-compensation-other-sum = ✏️ Другая сумма
button-compensation-open = 💰 Компенсация №{ $id }

## Карточка компенсации.
compensation-title =
    💰 <b>Компенсация №{ $id } · { $money }</b>
    { $standing }
# operator «none»: никто не ответил.
compensation-call =
    { $operator ->
        [none] Звонок #{ $call } · { $at }
       *[other] Звонок #{ $call } · { $at } · { $operator }
    }
compensation-proposed = Предложил(а): { $name }, { $at }
# reminded «none»: ещё не напоминали.
compensation-waits =
    { $reminded ->
        [none] ⏳ Ждёт решения с { $since }. Если за 4 рабочих часа не решат, напомним тем, кто решает.
       *[other] ⏳ Ждёт решения с { $since }. Тем, кто решает, напомнили { $reminded }.
    }
compensation-call-total = Всего по этому звонку: <b>{ $money }</b>
compensation-decided =
    { $state ->
        [approved] ✅ Одобрил(а): { $name }, { $at }
        [refused] ✖️ Отклонил(а): { $name }, { $at }
       *[withdrawn] ↩️ Отозвал(а): { $name }, { $at }
    }
compensation-payment =
    { $standing ->
        [paid] 💸 Выплачено: { $name }, { $at }
        [pay_failed] ⚠️ Выплатить не удалось: { $name }, { $at }
        [pay_dropped] 🗑 Выплату отменили { $at }
       *[to_pay] { $late ->
            [true] 🔴 Не выплачено в срок: { $name }, до { $due }
           *[false] Выплатит { $name } до { $due }
        }
    }
compensation-why-not-compensation-own = <i>Это ваше предложение: решает другой.</i>
compensation-why-not-compensation-over-approve-limit = <i>Сумма больше вашего предела: одобрить её вы не можете, отклонить можете.</i>
button-compensation-approve = ✅ Одобрить
button-compensation-refuse = ✖️ Отклонить
button-compensation-withdraw = ↩️ Отозвать
button-compensation-paid = ✅ Выплачено
button-compensation-assignment = 📋 Поручение №{ $id }
button-compensation-call = ☎️ Звонок #{ $call }
compensation-end-question =
    { $move ->
        [approve] <b>Одобрить?</b> Выплатит { $name } до { $due }. Отменить решение нельзя.
        [refuse] <b>Отклонить?</b> Изменить решение нельзя, предложить заново можно.
       *[withdraw] <b>Отозвать?</b> Никто её больше не одобрит, предложить заново можно.
    }
compensation-end-words = Можно написать сообщением, почему: прочтёт тот, кто предложил. До { $max } знаков.
compensation-tap = Здесь хватит кнопки.
compensation-cannot = Так уже нельзя: { $reason }.

## Карточка поручения.
assignment-compensation = 💰 <b>{ $money }</b> · { $reason }

## «💰 Компенсации».
button-compensations = 💰 Компенсации
menu-compensations =
    { $count ->
        [one] 💰 Ждёт вашего решения: { $count } компенсация
        [few] 💰 Ждут вашего решения: { $count } компенсации
       *[many] 💰 Ждут вашего решения: { $count } компенсаций
    }
compensations-title =
    { $view ->
        [waiting] 💰 <b>Компенсации ждут решения</b> · { $count }
        [unpaid] 💰 <b>Компенсации: выплатить</b> · { $count }
        [paid] 💰 <b>Выплаченные компенсации</b> · { $count }
       *[closed] 💰 <b>Компенсации: отклонены и отозваны</b> · { $count }
    }
compensations-none =
    { $view ->
        [waiting] 🟢 Решать нечего.
        [unpaid] 🟢 Всё выплачено.
       *[other] Здесь пусто.
    }
compensations-row =
    { $mine ->
        [true] 👉 <b>№{ $id } · { $money }</b> — решите вы
       *[false] <b>№{ $id } · { $money }</b> — { $standing }
    }
    { $at } · { $name } · { $reason }
compensations-button = №{ $id } · { $money } · #{ $call }
compensations-view-button =
    { $chosen ->
        [true] • { compensations-view }
       *[false] { compensations-view }
    }
compensations-view =
    { $view ->
        [waiting] ⏳ Ждут ({ $count })
        [unpaid] 💸 Выплатить ({ $count })
        [paid] ✅ Выплачены ({ $count })
       *[closed] ✖️ Отклонены ({ $count })
    }
button-compensations-export = 📤 Для бухгалтерии

## «💰 Пределы компенсаций».
button-compensation-limits = 💰 Пределы компенсаций
compensation-limits-title = <b>💰 Пределы компенсаций</b>, по одному звонку
compensation-limits-about = Предложить нельзя больше, чем одобрить. Свою компенсацию никто не одобряет. Предел своей роли никто не меняет: пределы суперадмина ставит разработчик.
compensation-limit-propose-admin = Предлагает администратор
compensation-limit-propose-superadmin = Предлагает суперадмин
compensation-limit-approve-superadmin = Одобряет суперадмин
button-compensation-limit = ✏️ { $limit }
compensation-limit-question = До какой суммы? Напишите, например <code>15000</code>.
compensation-limit-not-yours = ⛔️ Предел своей роли никто не меняет: пределы суперадмина ставит разработчик.
compensation-limit-already = Такой предел уже стоит: { $money }.
compensation-limit-change = { $limit }: { $before } → <b>{ $after }</b>
compensation-limits-crossed = ⛔️ Так предложить можно было бы больше, чем одобрить. Сначала измените другой предел.
button-compensation-limit-save = ✅ Сохранить

## Глава помощи.
help-button-money = 💰 Компенсации
help-chapter-money =
    <b>💰 Компенсации</b>

    Карточка звонка → «💰 Компенсация» → за что → сколько → «✅ Отправить». Предложение увидят те, кто может его одобрить: никогда не тот, кто предложил.

    «✅ Одобрить» открывает тому, кто предложил, поручение выплатить: на это три рабочих дня. Выплатили — «✅ Выплачено». «✖️ Отклонить» можно с парой слов. Пока не решили, своё предложение можно «↩️ Отозвать».

    У каждой роли свой предел на один звонок: всё, что по нему одобрили раньше, считается вместе с новым. Предел администратора меняет суперадмин: «🔧 Настройки» → «💰 Пределы компенсаций»; пределы суперадмина — разработчик.

    Все компенсации: «📋 Поручения» → «💰 Компенсации». Кто предложил и кто решил, остаётся в журнале. Файл для бухгалтерии: «📤 Для бухгалтерии».
