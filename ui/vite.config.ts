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
    // The first rows need one file, the page itself another: each file is a question to the window, which is busy while it opens.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "first", test: /src\/first\.tsx$/, priority: 2 },
            { name: "page", test: /src\/main\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
