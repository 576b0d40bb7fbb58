//! S4 and S10: the approval matrix with projects across, and the address book.

use crate::dice::{Dice, merge, save, texts};
use rust_xlsxwriter::Workbook;
use zhuanban_office::read::MarkState;
use zhuanban_office::{read_contacts, read_matrix};

#[test]
fn a_matrix_gives_every_project_its_marks() {
    let signs = [
        ("√", Some(MarkState::Done)),
        ("√ 2022.1.5", Some(MarkState::Done)),
        ("地字第370911202300012号\n2023.3.2", Some(MarkState::Done)),
        ("办理中（缺勘测定界）", Some(MarkState::Open)),
        ("○", Some(MarkState::NotStarted)),
        ("不需要", Some(MarkState::NotNeeded)),
        ("", None),
    ];
    let items = ["企业投资项目备案", "建设用地规划许可证", "环评批复", "施工许可证", "节能审查"];
    for seed in 1..=6 {
        let mut dice = Dice(seed * 31);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        merge(sheet, (0, 0), (0, 12), "重点项目手续办理进展表");
        texts(sheet, 1, &["手续名称", "办理部门", "前置", "法定/承诺"]);
        let names: Vec<String> = (0..9).map(|at| dice.project(at)).collect();
        for (at, name) in names.iter().enumerate() {
            let upright: String = name.chars().flat_map(|c| [c, '\n']).collect();
            sheet.write(1, 4 + at as u16, upright).unwrap();
        }
        let mut expected = vec![Vec::new(); names.len()];
        for (at, item) in items.iter().enumerate() {
            texts(sheet, 2 + at as u32, &[item, "行政审批局", "—", "20/5"]);
            for (project, marks) in expected.iter_mut().enumerate() {
                let (sign, state) = signs[dice.roll(signs.len() as u64) as usize];
                if !sign.is_empty() {
                    sheet.write(2 + at as u32, 4 + project as u16, sign).unwrap();
                }
                marks.extend(state.map(|state| (item.to_string(), state)));
            }
        }
        sheet.write(2, 4, "◇").unwrap();
        expected[0].retain(|(item, _)| item != items[0]);
        texts(sheet, 8, &["注：√为已办结。"]);

        let found = read_matrix(&save(book).path).unwrap();
        let matrix = &found[0];
        assert_eq!(matrix.items.iter().map(|item| item.item.as_str()).collect::<Vec<_>>(), items);
        assert_eq!(matrix.items[0].limit.as_deref(), Some("20/5"));
        assert_eq!(matrix.projects.len(), names.len());
        for ((project, name), expected) in matrix.projects.iter().zip(&names).zip(&expected) {
            let marks = project.cells.iter().zip(&items).filter_map(|(cell, item)| {
                cell.mark(item, cell.sign().and_then(|sign| sign.state)).map(|mark| (mark.item, mark.state))
            });
            assert_eq!((&project.name, &marks.collect::<Vec<_>>()), (name, expected), "seed {seed}");
        }
        let all = matrix.projects.iter().flat_map(|project| &project.cells);
        let unknown = all.filter(|cell| cell.sign().is_some_and(|sign| sign.state.is_none() && !sign.sign.is_empty()));
        assert_eq!(unknown.map(|cell| cell.cell.as_str()).collect::<Vec<_>>(), ["E3"]);
    }
}

#[test]
fn an_address_book_keeps_its_order() {
    for seed in 1..=6 {
        let mut dice = Dice(seed * 13);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        merge(sheet, (0, 0), (0, 8), "专班成员单位通讯录");
        texts(sheet, 1, &["序号", "单位", "姓名", "职务", "分工", "办公电话", "手机", "联络员", "联络员手机", "备注"]);
        let (mut row, mut expected) = (2_u32, Vec::new());
        for unit in ["市发展改革委", "市自然资源和规划局", "市生态环境局", "市行政审批局"] {
            let people = 2 + dice.roll(3) as u32;
            merge(sheet, (row, 1), (row + people - 1, 1), unit);
            for at in 0..people {
                let vacant = at > 0 && dice.roll(4) == 0;
                let (one, two) = (dice.mobile(), dice.mobile());
                texts(
                    sheet,
                    row,
                    &["", "", if vacant { "（空）" } else { "张 三" }, "副局长", "分管用地", "0538-8201234转802"],
                );
                sheet.write(row, 0, row - 1).unwrap();
                let mobiles = match dice.roll(3) {
                    _ if vacant => vec![],
                    0 => vec![one.clone(), two.clone()],
                    _ => vec![one.clone()],
                };
                match mobiles.len() {
                    0 => {}
                    1 => drop(sheet.write(row, 6, one.parse::<f64>().unwrap()).unwrap()),
                    _ => drop(sheet.write(row, 6, format!("{one}\n{two}")).unwrap()),
                }
                expected.push((unit, vacant, mobiles));
                row += 1;
            }
        }
        texts(sheet, row, &["注：请勿外传"]);
        let people = read_contacts(&save(book).path).unwrap();
        assert_eq!(people.len(), expected.len());
        for (at, (person, (unit, vacant, mobiles))) in people.iter().zip(&expected).enumerate() {
            assert_eq!((person.order, person.unit.as_deref(), person.vacant), (at as u32 + 1, Some(*unit), *vacant));
            assert_eq!(person.name.as_deref(), (!vacant).then_some("张三"));
            assert_eq!((&person.mobiles, &person.office_phones[..]), (mobiles, &["0538-8201234转802".to_string()][..]));
            assert!(person.faults.is_empty(), "{:?}", person.faults);
        }
    }
}
