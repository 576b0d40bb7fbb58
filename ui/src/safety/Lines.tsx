/** Facts, one a line: what, and its value. */
export function Lines({ lines }: { lines: [string, string][] }) {
  return (
    <table className="lines facts">
      <tbody>
        {lines.map(([what, value]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td className="wrap">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
