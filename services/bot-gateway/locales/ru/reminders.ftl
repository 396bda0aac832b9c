# Напоминания о сроках: одно сообщение, от самого срочного.
remind-given = 🆕 <b>Вам поручили: { $count }</b>
remind-woken = ▶️ <b>Пауза кончилась: { $count }</b>
remind-soon = ⏳ <b>Скоро срок: { $count }</b>
remind-due = 🔴 <b>Срок прошёл: { $count }</b>
remind-giver = ⚠️ <b>Вы поручали, срок прошёл больше часа назад: { $count }</b>
remind-superadmin = 🚨 <b>Просрочено больше чем на 4 рабочих часа: { $count }</b>
# Раньше своего часа: тому, кто узнаёт первым, не сообщить.
remind-giver-passed-on = ⚠️ <b>Вы поручали, срок прошёл, а исполнителю не сообщить: { $count }</b>
remind-superadmin-passed-on = 🚨 <b>Срок прошёл, а тому, кто поручал, не сообщить: { $count }</b>
remind-unheard =
    { $why ->
        [unreachable] ↳ { $name }: бот закрыт, сообщения не доходят
       *[no_access] ↳ { $name }: нет доступа
    }

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

# Компенсации, по которым никто не решил.
remind-undecided = 💰 <b>Ждут вашего решения больше 4 рабочих часов: { $count }</b>
# state «proposed»: ещё ждёт.
remind-undecided-row =
    №{ $id } · { $money } · ждёт с { $since } · { $name }{ $state ->
        [proposed] { "" }
       *[other] { " " }— { $state }
    }
remind-undecided-button = 💰 №{ $id } · { $money }
remind-undecided-all = 💰 Все, что ждут решения
