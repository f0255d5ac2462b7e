type Control = HTMLInputElement | HTMLSelectElement;

function setControl(control: Control, values: readonly string[]): void {
  const { type, value } = control;
  if (control instanceof HTMLInputElement && (type === 'checkbox' || type === 'radio')) control.checked = values.includes(value);
  else control.value = values[0] ?? '';
}

/** The settings of a form, for an address that holds only what differs from the defaults. */
export class FormSettings {
  readonly #form: HTMLFormElement;
  readonly #controls: readonly Control[];
  readonly #defaults: ReadonlyMap<string, readonly string[]>;

  /** The settings that the form has now are the defaults. */
  constructor(form: HTMLFormElement) {
    this.#form = form;
    // What has no name is no setting.
    this.#controls = [...form.elements].filter(
      (element) => (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) && element.name !== '',
    ) as Control[];
    this.#defaults = new Map(this.#controls.map(({ name }) => [name, this.valuesOf(name)]));
  }

  valuesOf(name: string): readonly string[] {
    return new FormData(this.#form).getAll(name).map(String);
  }

  /** The one value of a setting; empty if it is off. */
  valueOf(name: string): string {
    return this.valuesOf(name)[0] ?? '';
  }

  /** Gives a setting these values. */
  set(name: string, values: readonly string[]): void {
    for (const control of this.#controls) if (control.name === name) setControl(control, values);
  }

  /** The settings that differ from the defaults; one without any value is an empty text. */
  changed(): URLSearchParams {
    const changed = [...this.#defaults].flatMap(([name, defaults]) => {
      const values = this.valuesOf(name);
      if (values.join('\n') === defaults.join('\n')) return [];
      return values.length > 0 ? values.map((value) => [name, value]) : [[name, '']];
    });
    return new URLSearchParams(changed);
  }

  /** Sets what is given, and everything else to its default. */
  restore(settings: URLSearchParams): void {
    for (const control of this.#controls) {
      const { name } = control;
      setControl(control, settings.has(name) ? settings.getAll(name) : (this.#defaults.get(name) ?? []));
    }
  }
}
