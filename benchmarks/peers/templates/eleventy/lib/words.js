// Text made safe for HTML and XML, and moments in words.
import { network } from "./network.js";

const SAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const safe = (text) => String(text).replace(/[&<>"]/g, (found) => SAFE[found]);
export const title = (word) => word[0].toUpperCase() + word.slice(1);
export const iso = (date) => date.toISOString().slice(0, 10);

const dayFormat = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
const zoned = (options) => new Intl.DateTimeFormat("en-US", { timeZone: network.time_zone, ...options });
const offsetFormat = zoned({ timeZoneName: "longOffset" });
const zoneFormat = zoned({ timeZoneName: "short" });
const wholeFormat = zoned({ dateStyle: "full", timeStyle: "short" });
const timeFormat = zoned({ timeStyle: "short" });
const partOf = (format, moment) => format.formatToParts(moment).find((part) => part.type === "timeZoneName").value;

export const dayInWords = (date) => dayFormat.format(date);

// An event's times stand in the network's time zone, without an offset.
export function offset(local) {
  return partOf(offsetFormat, new Date(`${local}Z`)).replace("GMT", "") || "+00:00";
}

export const moment = (local) => new Date(local + offset(local));

export function when(data) {
  const [start, end] = [moment(data.start), moment(data.end)];
  const words = `${wholeFormat.format(start).replace(" at ", ", ")} – ${timeFormat.format(end)}`;
  const attribute = data.start.slice(0, 16) + offset(data.start);
  return `<time datetime="${attribute}">${words} ${partOf(zoneFormat, end)}</time>`;
}

export const json = (value) => JSON.stringify(value);
export const jsonInHtml = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
