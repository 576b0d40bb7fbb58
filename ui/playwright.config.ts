import { defineConfig } from "@playwright/test";

/** Every test has a desk of its own, served by the real core (see e2e/desk.ts). */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  // Slow machines take their time; how long anything takes is never what a test is about.
  timeout: 150_000,
  expect: { timeout: 25_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    },
  },
});
