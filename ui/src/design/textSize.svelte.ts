const KEPT_UNDER = "proofline.text-size";
const STEPS = [80, 90, 100, 110, 125, 150, 175, 200];

/** The size of all text, in per cent, and what one rem comes to. */
class TextSize {
  percent = $state(read());
  /** Pixels of one rem. */
  rem = $state(16);

  apply(): void {
    const root = document.documentElement;
    root.style.fontSize = this.percent === 100 ? "" : `${this.percent}%`;
    this.rem = Number.parseFloat(getComputedStyle(root).fontSize) || 16;
  }

  step(by: 1 | -1): void {
    const at = STEPS.indexOf(this.percent);
    this.set(STEPS[Math.max(0, Math.min((at < 0 ? 2 : at) + by, STEPS.length - 1))] ?? 100);
  }

  set(percent: number): void {
    this.percent = percent;
    keep(percent);
    this.apply();
  }
}

export const textSize = new TextSize();

function read(): number {
  try {
    const kept = Number(localStorage.getItem(KEPT_UNDER));
    return STEPS.includes(kept) ? kept : 100;
  } catch {
    return 100;
  }
}

function keep(percent: number): void {
  try {
    localStorage.setItem(KEPT_UNDER, String(percent));
  } catch {
    // A window without storage keeps the size until it closes.
  }
}
