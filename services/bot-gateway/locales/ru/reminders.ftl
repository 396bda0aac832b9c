# Напоминания о сроках: одно сообщение, от самого срочного.
remind-given = 🆕 <b>Вам поручили: { $count }</b>
remind-woken = ▶️ <b>Пауза кончилась: { $count }</b>
remind-soon = ⏳ <b>Скоро срок: { $count }</b>
remind-due = 🔴 <b>Срок прошёл: { $count }</b>
remind-giver = ⚠️ <b>Вы поручали, срок прошёл больше часа назад: { $count }</b>
remind-superadmin = 🚨 <b>Просрочено больше чем на 4 рабочих часа: { $count }</b>

# about: номер звонка или написанное постановщиком.
remind-subject = { $kind } · { $about }
# owner «none»: своё; state «open»: ещё не закрыто.
remind-row =
    { $owner ->
        [none] { $subject } · до { $due }
       *[other] { $subject } · до { $due } · { $owner }
    }{ $state ->
        [open] { "" }
       *[other] { " " }— { $state }
    }
remind-button = { $due } · { $subject }
remind-more = … и ещё { $count }
remind-button-all =
    { $view ->
        [overdue] ⏰ Все просроченные
       *[mine] 📋 Мои поручения
    }
