//! Boxes for figures: what is typed stays, what is understood counts.

use super::super::platform;
use super::field::control_id;
use crate::form::typed::{self, TypedFault};
use crate::rulebook::{Answer, FieldId, FieldKind};
use crate::text::page;
use crate::ui::session::Session;
use leptos::prelude::*;

/// A box whose text is judged by `judge` and taken by `take`.
///
/// While the text is no value it is kept as a draft, with the reason beside it;
/// the last value stays in force.
pub struct Typed {
    /// Where the draft is kept.
    pub slot: String,
    /// The value in force, as text.
    pub value: Signal<String>,
    /// Judges a text and takes it when it is one.
    pub take: Box<dyn Fn(&str) -> Result<(), TypedFault>>,
    /// Judges a text without taking it.
    pub judge: Box<dyn Fn(&str) -> Result<(), TypedFault> + Send + Sync>,
    /// How the value in force is named in the message; none when there is none.
    pub in_force: Box<dyn Fn() -> Option<String> + Send + Sync>,
}

/// A box that is ready to be placed: its text, its fault and what typing does.
#[derive(Clone, Copy)]
pub struct TypedBox {
    pub text: Memo<String>,
    pub fault: Memo<Option<String>>,
    pub on_input: Callback<String>,
    pub on_leave: Callback<()>,
}

impl Typed {
    /// Wires the box up.
    pub fn build(self, session: Session) -> TypedBox {
        let slot = StoredValue::new(self.slot);
        let value = self.value;
        let draft = Memo::new(move |_| {
            session.drafts.with(|drafts| slot.with_value(|slot| drafts.get(slot).cloned()))
        });
        let text = Memo::new(move |_| draft.get().unwrap_or_else(|| value.get()));
        let judge = StoredValue::new(self.judge);
        let in_force = StoredValue::new(self.in_force);
        let fault = Memo::new(move |_| {
            let draft = draft.get()?;
            let fault = judge.with_value(|judge| judge(&draft)).err()?;
            Some(page::typed_fault(&fault, &draft, in_force.with_value(|f| f())))
        });
        let take = StoredValue::new_local(self.take);
        let keep = move |draft: Option<String>| slot.with_value(|slot| session.draft(slot, draft));
        let on_input = Callback::new(move |text: String| {
            let taken = take.with_value(|take| take(&text)).is_ok();
            let as_shown = taken && value.get_untracked() == text;
            keep((!as_shown).then_some(text));
        });
        // Once it is a value, it is shown the way values are.
        let on_leave = Callback::new(move |()| {
            session.seal();
            if let Some(text) = draft.get_untracked()
                && take.with_value(|take| take(&text)).is_ok()
            {
                keep(None);
            }
        });
        TypedBox { text, fault, on_input, on_leave }
    }
}

/// The message under a box.
pub fn fault_message(typed: TypedBox, id: String) -> AnyView {
    view! {
        {move || typed.fault.get().map(|message| view! {
            <p class="fault" id=id.clone() role="alert" data-message>{message}</p>
        })}
    }
    .into_any()
}

/// The control of a count, percent, amount or rate.
pub fn field_figure(session: Session, id: FieldId) -> AnyView {
    let field = &session.rulebook_now()[id];
    let value = Memo::new(move |_| {
        session.form.with(|form| form.case.answers.number(id).map(|n| n.normalize().to_string()))
    });
    let typed = Typed {
        slot: field.id.clone(),
        value: Signal::derive(move || value.get().unwrap_or_default()),
        take: Box::new(move |text| {
            let answer = typed::figure(field, text)?;
            session.answer(id, answer);
            Ok(())
        }),
        judge: Box::new(move |text| typed::figure(field, text).map(|_| ())),
        in_force: Box::new(move || {
            value.get().and_then(|v| v.parse().ok()).map(|v| page::with_unit(v, &field.unit))
        }),
    }
    .build(session);
    let control = control_id(&field.id);
    let fault_id = format!("{control}-fault");
    let hint_id = format!("{control}-hint");
    let is_count = field.kind == FieldKind::Count;
    let described = {
        let (fault_id, hint_id) = (fault_id.clone(), hint_id.clone());
        move || match (typed.fault.with(Option::is_some), field.hint.is_empty()) {
            (true, _) => Some(fault_id.clone()),
            (false, false) => Some(hint_id.clone()),
            (false, true) => None,
        }
    };
    let step = move |up: bool| {
        let now = match session.form.with_untracked(|f| f.case.answers.get(id).cloned()) {
            Some(Answer::Count(n)) => Some(n),
            _ => None,
        };
        let next = match (now, up) {
            (None, true) => 1,
            (None, false) => 0,
            (Some(n), true) => n.saturating_add(1).min(*crate::form::limits::COUNT.end()),
            (Some(n), false) => n.saturating_sub(1),
        };
        session.draft(&field.id, None);
        session.answer(id, Some(Answer::Count(next)));
    };
    let stepper = move |up: bool| {
        let (sign, label) = if up { ("+", page::MORE) } else { ("−", page::LESS) };
        is_count.then(|| {
            view! {
                <button type="button" class="step" tabindex="-1"
                    data-action=if up { "more" } else { "less" }
                    aria-label=format!("{label}：{}", field.label)
                    on:click=move |_| { step(up); session.seal(); }>{sign}</button>
            }
        })
    };
    let keys = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            platform::walk_on(&event);
        }
        "ArrowUp" if is_count => {
            event.prevent_default();
            step(true);
        }
        "ArrowDown" if is_count => {
            event.prevent_default();
            step(false);
        }
        _ => {}
    };
    let hint = (!field.hint.is_empty())
        .then(|| view! { <p class="hint" id=hint_id>{field.hint.as_str()}</p> });
    view! {
        <div class="field figure">
            <label for=control.clone()>{field.label.as_str()}</label>
            {hint}
            <span class="box">
                {stepper(false)}
                <input type="text" id=control data-field=field.id.as_str()
                    inputmode=if is_count { "numeric" } else { "decimal" }
                    autocomplete="off" placeholder=page::placeholder(field)
                    aria-invalid=move || typed.fault.with(Option::is_some).then_some("true")
                    aria-describedby=described
                    prop:value=typed.text
                    on:input=move |event| typed.on_input.run(event_target_value(&event))
                    on:blur=move |_| typed.on_leave.run(())
                    on:keydown=keys />
                {stepper(true)}
                <span class="unit">{field.unit.as_str()}</span>
            </span>
            {fault_message(typed, fault_id)}
        </div>
    }
    .into_any()
}
