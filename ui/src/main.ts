import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./design/tokens.css";
import "./design/base.css";
import "./design/controls.css";
import "./design/grid.css";
import { mount } from "svelte";
import { textSize } from "./design/textSize.svelte";
import Window from "./features/frame/Window.svelte";

const target = document.getElementById("root");
if (!target) throw new Error("the page has no #root");
// Before the first layout, so that widths measured in rem are right from the start.
textSize.apply();
mount(Window, { target });
