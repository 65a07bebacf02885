/** Puts a scrolling region into the tab order: the keyboard must be able to scroll it (WCAG 2.1.1). */
export function scrollRegion(element: HTMLElement): void {
  element.tabIndex = 0;
}
