import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectRow } from "../bindings/types";
import { useDesk } from "../desk";
import { RailFace } from "../frame/RailFace";
import { StatusPlace } from "../frame/StatusPlace";
import { Foot } from "../ledger/Foot";
import { Head } from "../ledger/Head";
import { Line } from "../ledger/Line";
import { layoutOf } from "../ledger/layoutOf";
import { heightOf, SIZE } from "../ledger/rowHeight";
import { inSight, shapeOf } from "../ledger/shape";
import { lastRoom, useRoom } from "../ledger/useMeasured";

const nothing = () => undefined;

/** The ledger as it stands when the window is opened, to be looked at until the page itself is there. */
export function FirstLedger({ rows, onDrawn }: { rows: readonly ProjectRow[]; onDrawn: () => void }) {
  const { t } = useTranslation();
  const view = useDesk();
  const sheet = useRef<HTMLDivElement>(null);
  const [before] = useState(lastRoom);
  const width = useRoom(sheet, before);
  useLayoutEffect(onDrawn, [onDrawn]);
  const { layout, grows } = layoutOf(null, view.desk.ledger_columns, view.lang);
  const height = heightOf(view.desk);
  const shape = inSight(shapeOf(layout, width, grows), width, height === "wrapped");
  const name = layout.findIndex((shown) => shown.column === "name");
  // About as many as there is room for.
  const drawn = rows.slice(0, Math.ceil((before.height || innerHeight) / SIZE[height]));
  // What is not drawn is there below, so that the sums stand at the bottom.
  const all = view.desk.projects > drawn.length ? view.desk.projects * SIZE[height] : undefined;
  return (
    <div className="app">
      <RailFace path="/ledger" link={(to) => <a {...to} />} />
      <header className="top">
        <h1>{t("ledger.title")}</h1>
      </header>
      <main className="page">
        <div className="bar" />
        <div className="desk">
          <div className={`sheet-box ${height}`}>
            <div className="sheet" ref={sheet}>
              <Head
                search={{}}
                shape={shape}
                at={null}
                left={name}
                right={name}
                ticks="none"
                onTickAll={nothing}
                onSort={nothing}
                onMenu={nothing}
                onWidth={nothing}
                onFit={nothing}
                onMove={nothing}
              />
              <div className="rows" style={{ width: shape.all, minHeight: all }}>
                {drawn.map((row, line) => (
                  <Line
                    key={row.id}
                    line={line}
                    number={line}
                    row={row}
                    top={0}
                    shape={shape}
                    at={line === 0 ? name : null}
                    band={null}
                    marks={undefined}
                    ticked={false}
                    open={false}
                    view={view}
                    month={view.desk.today.slice(0, 7)}
                  />
                ))}
              </div>
              <Foot sums={null} index={rows.length + 2} shape={shape} view={view} />
            </div>
          </div>
        </div>
      </main>
      <footer className="status">
        <StatusPlace />
      </footer>
    </div>
  );
}
