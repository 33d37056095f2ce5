//! What the plan of this view is asked for.

use crate::form::PlanSettings;
use crate::rulebook::FieldId;
use crate::ui::context::AppContext;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The settings of the plan: the form's own, or, for a form that came in, a copy
/// to try things out with.
#[derive(Clone, Copy)]
pub struct Setup {
    app: AppContext,
    tried: RwSignal<Option<PlanSettings>>,
    pub settings: Memo<PlanSettings>,
    /// Figures of past years that stay as they are.
    pub closed: Memo<Vec<FieldId>>,
}

/// The settings of the plan's view.
pub fn use_setup() -> Setup {
    expect_context()
}

impl Setup {
    pub fn new(app: AppContext) -> Setup {
        let tried = RwSignal::new(None::<PlanSettings>);
        let settings = Memo::new(move |_| {
            let tried = tried.get().filter(|_| app.read_only.get());
            tried.unwrap_or_else(|| app.form.with(|form| form.plan.clone()))
        });
        let closed = Memo::new(move |_| settings.with(|own| own.closed(app.edition.get().0)));
        Setup { app, tried, settings, closed }
    }

    /// Changes the settings.
    pub fn change(self, change: impl FnOnce(&mut PlanSettings)) {
        if self.app.read_only.get_untracked() {
            let mut settings = self.settings.get_untracked();
            change(&mut settings);
            self.tried.set(Some(settings));
        } else {
            self.app.update(|session| session.set_plan(change));
        }
    }

    /// Sets the target while it is typed: one step of undo for all letters.
    pub fn set_target(self, target: Option<Decimal>) {
        if self.app.read_only.get_untracked() {
            self.change(|settings| settings.target = target);
        } else {
            self.app.update(|session| session.set_plan_target(target));
        }
    }
}
