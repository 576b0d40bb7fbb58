//! Holiday notices as the gazette printed them (public documents, 著作权法 §5), against the days that came with the program.

use super::*;
use crate::calendar::Calendar;
use crate::calendar::notice::{Notice, embedded_notices};
use crate::calendar::tests::day;

const NOTICES: &[(&str, &str)] = &[
    (
        "2015-12-10",
        "国务院办公厅关于2016年\n部分节假日安排的通知\n国办发明电〔2015〕18号\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n\
         经国务院批准，现将2016年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n\
         一、元旦：1月1日放假，与周末连休。\n二、春节：2月7日至13日放假调休，共7天。2月6日（星期六）、2月14日（星期日）上班。\n\
         三、清明节：4月4日放假，与周末连休。\n四、劳动节：5月1日放假，5月2日（星期一）补休。\n\
         五、端午节：6月9日至11日放假调休，共3天。6月12日（星期日）上班。\n六、中秋节：9月15日至17日放假调休，共3天。9月18日（星期日）上班。\n\
         七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。\n\
         节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。\n\
         国务院办公厅\n2015年12月10日",
    ),
    (
        "2018-12-06",
        "国务院办公厅关于2019年部分节假日安排的通知\n国办发明电〔2018〕15号\n一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。\n\
         二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。\n三、清明节：4月5日放假，与周末连休。\n四、劳动节：5月1日放假。\n\
         五、端午节：6月7日放假，与周末连休。\n六、中秋节：9月13日放假，与周末连休。\n\
         七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。\n2018年12月6日",
    ),
    (
        "2019-11-21",
        "国务院办公厅关于2020年部分节假日安排的通知\n国办发明电〔2019〕16号\n一、元旦：2020年1月1日放假，共1天。\n\
         二、春节：1月24日至30日放假调休，共7天。1月19日（星期日）、2月1日（星期六）上班。\n三、清明节：4月4日至6日放假调休，共3天。\n\
         四、劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。\n五、端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。\n\
         六、国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。\n国务院办公厅\n2019年11月21日",
    ),
    (
        "2021-10-25",
        "国务院办公厅关于2022年部分节假日安排的通知\n国办发明电〔2021〕11号\n一、元旦:2022年1月1日至3日放假,共3天。\n\
         二、春节:1月31日至2月6日放假调休,共7天。1月29日(星期六)、1月30日(星期日)上班。\n三、清明节:4月3日至5日放假调休,共3天。4月2日(星期六)上班。\n\
         四、劳动节:4月30日至5月4日放假调休,共5天。4月24日(星期日)、5月7日(星期六)上班。\n五、端午节:6月3日至5日放假,共3天。\n\
         六、中秋节:9月10日至12日放假,共3天。\n七、国庆节:10月1日至7日放假调休,共7天。10月8日(星期六)、10月9日(星期日)上班。\n国务院办公厅    \n2021年10月25日  ",
    ),
    (
        "2022-12-08",
        "国务院办公厅关于2023年部分节假日安排的通知\n国办发明电〔2022〕16号\n一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n\
         二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。\n三、清明节：4月5日放假，共1天。\n\
         四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。\n五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。\n\
         六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。\n国务院办公厅\n2022年12月8日",
    ),
    (
        "2025-11-04",
        "国务院办公厅关于2026年部分节假日安排的通知\n国办发明电〔2025〕7号\n一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n\
         二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n\
         三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n\
         五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n\
         七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。\n国务院办公厅\n2025年11月4日",
    ),
];

/// Every day of the year, and of the December before, works or not as under the notice that came with the program.
fn same_days(read: &Read, known: &Notice) {
    let read =
        Notice { year: read.year.unwrap(), published_on: known.published_on, number: None, days: read.days.clone() };
    let (ours, theirs) = (Calendar::under([&read]), Calendar::under([known]));
    let first = NaiveDate::from_ymd_opt(known.year - 1, 12, 25).unwrap();
    for on in first.iter_days().take_while(|on| on.year() <= known.year) {
        assert_eq!(ours.is_working(on), theirs.is_working(on), "{on}");
    }
}

#[test]
fn the_text_of_a_notice_gives_its_days() {
    for (published, text) in NOTICES {
        let known = embedded_notices().iter().find(|n| n.published_on == day(published)).unwrap();
        let found = read(text, None);
        assert_eq!(found.doubts, [], "{published}");
        assert_eq!((found.year, found.published_on), (Some(known.year), Some(known.published_on)));
        assert_eq!(found.number, known.number);
        same_days(&found, known);
    }
}

#[test]
fn a_changing_notice_names_its_holiday() {
    let changed = "国务院办公厅关于调整2019年劳动节假期安排的通知\n国办发明电[2019]3号\n经国务院批准，现将调整2019年劳动节放假安排通知如下。\n\
        一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\n\
        二、各地区、各部门要抓紧做好本地区、本领域的劳动节假期调整落实工作。\n国务院办公厅\n2019年3月22日";
    let found = read(changed, None);
    assert_eq!((found.year, found.published_on, found.doubts.len()), (Some(2019), Some(day("2019-03-22")), 0));
    assert_eq!(found.number.as_deref(), Some("国办发明电〔2019〕3号"));
    let days: Vec<String> = found.days.iter().map(|d| format!("{} {} {}", d.on, d.name, d.off)).collect();
    assert_eq!(days.first().unwrap(), "2019-04-28 劳动节 false");
    assert_eq!(days.len(), 6);

    let longer = "国务院办公厅关于延长2020年春节假期的通知\n国办发明电〔2020〕1号\n\
        一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。\n国务院办公厅\n2020年1月26日";
    let found = read(longer, None);
    assert_eq!(found.lengthened, [("春节".to_string(), day("2020-02-02"))]);
    assert_eq!((found.days.len(), found.doubts.len()), (0, 0));
}

#[test]
fn what_does_not_fit_is_told() {
    let doubts = |text: &str| read(text, Some(2026)).doubts.iter().map(|d| d.kind).collect::<Vec<_>>();
    assert_eq!(doubts("五、端午节：6月19日（周四）至21日（周日）放假，共3天。"), [DoubtKind::Weekday]);
    assert_eq!(doubts("五、端午节：6月19日至21日放假，共4天。"), [DoubtKind::Count]);
    assert_eq!(doubts("五、端午节：依照惯例。"), [DoubtKind::Unread]);
    assert_eq!(doubts("明天天气很好"), [DoubtKind::Unread]);
    assert_eq!(doubts("五、端午节：6月19日放假。6月19日上班。"), [DoubtKind::Both]);
    assert_eq!(doubts(""), [DoubtKind::Unread]);
    // Nothing that was off is taken for worked, and nothing is lost in silence.
    assert_eq!(doubts("四、劳动节：5月1日至5日，4月26日、5月9日上班。"), [DoubtKind::Unread]);
    assert_eq!(doubts("五、端午节：6月29日至6月31日放假。"), [DoubtKind::Unread]);
    assert_eq!(doubts("五、端午节：6月19日放假，6月20日。"), [DoubtKind::Unread]);
    assert_eq!(doubts("五、端午节：6月31日放假。"), [DoubtKind::Unread]);
}

#[test]
fn plain_ways_of_writing_are_read() {
    let days = |text: &str| {
        let found = read(text, Some(2026));
        assert_eq!(found.doubts, [], "{text}");
        found
            .days
            .iter()
            .map(|d| format!("{}{}", d.on, if d.off { "" } else { " work" }))
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(days("一、元旦：1月1日放假，2日（星期五）补休。"), "2026-01-01, 2026-01-02");
    assert_eq!(days("（一）元旦：1月1日至3日放假 1月4日上班。"), "2026-01-01, 2026-01-02, 2026-01-03, 2026-01-04 work");
    assert_eq!(days("三、清明节：4月4日至6日放假，共3日。"), "2026-04-04, 2026-04-05, 2026-04-06");
    assert_eq!(days("四、劳动节：4月25日、26日（周六、周日）上班。"), "2026-04-25 work, 2026-04-26 work");
    assert_eq!(
        days("五、端午节：6月19日（农历五月初五，周五）至21日放假，共3天。"),
        "2026-06-19, 2026-06-20, 2026-06-21"
    );
    assert_eq!(read("（一）元旦：1月1日放假。", Some(2026)).days[0].name, "元旦");
    assert_eq!(
        read("关于放假的通知\n鲁政办﹝2026﹞3号\n国办发明电［2026］3号", Some(2026)).number.as_deref(),
        Some("国办发明电〔2026〕3号")
    );
}

#[test]
fn tables_and_json_are_read() {
    let expected = vec![
        NoticeDay { on: day("2026-12-31"), name: "元旦".into(), off: true },
        NoticeDay { on: day("2027-01-03"), name: "元旦".into(), off: false },
    ];
    for text in [
        "日期,节日,休或班\n2026-12-31,元旦,休\n2027/01/03,元旦,班",
        "2026-12-31\t元旦\toff\n2027-01-03\t元旦\twork",
        r#"{"year": 2027, "days": [{"name": "元旦", "date": "2026-12-31", "isOffDay": true}, {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}"#,
        r#"{"2027-01-03": {"name": "元旦", "off": false}, "2026-12-31": {"name": "元旦", "off": true}}"#,
    ] {
        let found = read(text, None);
        assert_eq!((found.year, &found.days), (Some(2027), &expected), "{text}");
        assert_eq!(found.doubts, [], "{text}");
    }
}
