import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** A running `zhuanban serve`, for `npm run dev`: ZHUANBAN_URL=http://127.0.0.1:PORT */
const core = process.env.ZHUANBAN_URL;
const proxy = core ? { "/rpc": core, "/events": core, "/files": core } : undefined;

export default defineConfig({
  plugins: [react()],
  server: { fs: { allow: [".."] }, port: 5199, strictPort: true, proxy },
  build: {
    target: ["chrome109", "safari16"],
    outDir: "dist",
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    // What the first page needs comes in one file: each file is a question to the window, which is busy while it opens.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", test: /src\/main\.tsx$/ }] } } },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
