/** A word that something was copied or saved: read out, and shown for a moment. */
import { message } from "antd";

export const tell = (text: string): void => void message.success({ content: text, duration: 3 });
