import { fold, type Folded } from "./fold";
import type { Span } from "./locate";

/** Elements that begin a line of their own. Text on two sides of their edges is not one word. */
const BLOCKS =
  "address,article,aside,blockquote,body,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,h1,h2,h3,h4,h5,h6," +
  "header,hr,legend,li,main,nav,ol,p,pre,section,summary,table,caption,tbody,tfoot,thead,td,th,tr,ul";

/** The text that an element shows, in one piece, and where on the page each part of it is. */
export class ShownText {
  readonly text: string;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  readonly #index = new Map<Node, number>();
  readonly #root: Element;
  #folded: Folded | null = null;

  constructor(root: Element) {
    this.#root = root;
    this.text = this.#gather(root);
  }

  get folded(): Folded {
    return (this.#folded ??= fold(this.text));
  }

  holds(node: Node): boolean {
    return this.#root.contains(node);
  }

  /** A part of the text as a range of the document that it is in. */
  range([start, end]: Span): Range {
    const [first, last] = [this.#nodeAt(start), this.#nodeAt(Math.max(start, end - 1))];
    const range = this.#root.ownerDocument.createRange();
    const at = (index: number, offset: number) => {
      const node = this.#nodes[index];
      const inside = Math.max(0, Math.min(offset - (this.#starts[index] ?? 0), node?.length ?? 0));
      return [node ?? this.#root, node ? inside : 0] as const;
    };
    range.setStart(...at(first, start));
    range.setEnd(...at(last, end));
    return range;
  }

  /** Where in the text a place of the document is. */
  placeOf(container: Node, offset: number): number {
    const index = this.#index.get(container);
    if (index !== undefined) return (this.#starts[index] ?? 0) + offset;
    const point = this.#root.ownerDocument.createRange();
    point.setStart(container, offset);
    const after = this.#nodes.findIndex((node) => point.comparePoint(node, 0) >= 0);
    return after < 0 ? this.text.length : (this.#starts[after] ?? 0);
  }

  #gather(root: Element): string {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let text = "";
    let block: Element | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.nodeName === "BR") text += "\n";
        continue;
      }
      const around: Element | null = node.parentElement?.closest(BLOCKS) ?? null;
      if (around !== block && text !== "" && !text.endsWith("\n")) text += "\n";
      block = around;
      this.#index.set(node, this.#nodes.length);
      this.#nodes.push(node as Text);
      this.#starts.push(text.length);
      text += (node as Text).data;
    }
    return text;
  }

  /** The text node that a place is in. */
  #nodeAt(place: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
