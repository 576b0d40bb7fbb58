import { chromium } from "@playwright/test";
import fs from "fs"; import http from "http";
const url=process.argv[2];
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const ctx=await b.newContext({viewport:{width:1366,height:768},acceptDownloads:true,locale:"zh-CN"});
const page=await ctx.newPage();
page.setDefaultTimeout(6000);
const logs=[];
page.on("console",m=>{if(["error","warning"].includes(m.type()))logs.push(m.type()+": "+m.text())});
page.on("pageerror",e=>logs.push("PAGEERR "+e.message));
page.on("download",async d=>{const p="/tmp/newcomer/dl/"+d.suggestedFilename();await d.saveAs(p);logs.push("DL "+p)});
page.on("dialog",d=>{logs.push("DIALOG "+d.message());d.accept()});
await page.goto(url);
const G={};
const shot=async n=>{await page.screenshot({path:"/tmp/newcomer/p/"+n+".png"});};
const txt=async(sel="body")=>(await page.locator(sel).first().innerText());
const AF=Object.getPrototypeOf(async function(){}).constructor;
http.createServer((q,r)=>{let s="";q.on("data",d=>s+=d);q.on("end",async()=>{let o;try{const v=await new AF("page","shot","txt","G","ctx","fs",s)(page,shot,txt,G,ctx,fs);o=v===undefined?"ok":typeof v==="string"?v:JSON.stringify(v,null,1)}catch(e){o="ERR "+String(e.message).slice(0,1500)}
r.end(o+"\n"+(logs.length?"LOGS "+logs.splice(0).join("\n"):"")+"\n");});}).listen(7999,"127.0.0.1");
