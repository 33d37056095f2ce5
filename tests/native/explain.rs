//! The sentences that explain a score: exact, and exact enough to recompute.

use qiangxian::form::{Form, read, read_with};
use qiangxian::rulebook::{Rulebook, source};
use qiangxian::text::{Explanation, answer_text, explain, form_problem, metric_line};

#[track_caller]
fn form(body: &str) -> Form {
    let text = format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{body}}}"#
    );
    read(&text).unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

#[track_caller]
fn explained(form: &Form, id: &str) -> Explanation {
    let id = form.edition.indicator(id).expect("an indicator");
    let card = form.scorecard();
    let score = &card.indicators[id.0 as usize];
    explain(form.edition.0, &form.case, &form.adjustments, form.year(), id, score)
}

/// Steps and result of an indicator in a form of the county index.
#[track_caller]
fn check(id: &str, body: &str, steps: &[&str], result: &str) {
    let explanation = explained(&form(body), id);
    assert_eq!(explanation.steps, steps);
    assert_eq!(explanation.result, result);
}

/// The only step of an indicator.
#[track_caller]
fn step(id: &str, body: &str, expected: &str) {
    assert_eq!(explained(&form(body), id).steps, [expected]);
}

#[test]
fn yes_or_no() {
    check(
        "8",
        r#""answers":{"8.policy":true}"#,
        &[
            "出台了信用体系建设政策措施：填“是”，得 0.5 分。",
            "尚未填写“建立了各政府部门间信用联合惩戒机制”，可得 0 至 0.5 分（填“是”得 0.5 分）。",
        ],
        "合计 0.5 分（满分 1 分）；还有 0 至 0.5 分未定。",
    );
    check(
        "12",
        r#""answers":{"12.platform":false}"#,
        &[
            "有与当地支柱产业相适应的质量基础设施“一站式”综合服务平台或服务站：填“否”，不得分（填“是”得 2 分）。",
        ],
        "得 0 分（满分 2 分）。",
    );
    // Quotation marks inside a quoted label become inner ones.
    step(
        "12",
        r#""answers":{}"#,
        "尚未填写“有与当地支柱产业相适应的质量基础设施‘一站式’综合服务平台或服务站”，可得 0 至 2 分（填“是”得 2 分）。",
    );
}

#[test]
fn choice() {
    check(
        "27",
        r#""answers":{"27.analysis":"irregular"}"#,
        &[
            "县域质量状况与发展前景分析：选“已开展，未定期发布”，得 0.5 分（未开展：0 分；已开展，未定期发布：0.5 分；定期分析，形成报告并向社会发布：1 分）。",
        ],
        "得 0.5 分（满分 1 分）。",
    );
    step(
        "5",
        r#""answers":{"5.event":"none"}"#,
        "近三年承担或举办的示范性质量主题活动或现场交流会的最高级别：选“没有”，不得分（没有：0 分；省级：1 分；国家级：2 分）。",
    );
}

#[test]
fn counted_with_caps() {
    check(
        "4",
        r#""answers":{"4.honor-national":3,"4.honor-provincial":1,"4.honor-city":0,"4.media-national":1}"#,
        &[
            "近三年质量相关工作受到国家级表彰：填 3 次，每次 2 分，共 6 分，本项最高 4 分，计 4 分。",
            "近三年质量相关工作受到省级表彰：填 1 次，每次 1 分，共 1 分（本项最高 2 分）。",
            "近三年质量相关工作受到市级表彰：填 0 次，每次 0.5 分，共 0 分（本项最高 1 分）。",
            "近三年国家级主流媒体宣传报道：填 1 次，每次 1 分，共 1 分（本项最高 2 分）。",
            "尚未填写“近三年省级主流媒体宣传报道”，可得 0 至 1 分（每次 0.5 分，最高 1 分）。",
        ],
        "已填各项合计 6 分，超过满分 4 分，计 4 分；未填各项不影响得分。",
    );
    let result = |body: &str, id: &str| explained(&form(body), id).result;
    assert_eq!(
        result(r#""answers":{"4.honor-national":2}"#, "4"),
        "合计 4 分（满分 4 分）；已到满分，未填各项不影响得分。"
    );
    assert_eq!(
        result(r#""answers":{"4.honor-national":1}"#, "4"),
        "合计 2 分（满分 4 分）；还有 0 至 2 分未定（各项相加可能超过满分，以满分为限）。"
    );
    assert_eq!(
        result(
            r#""answers":{"15.international-committee":1,"15.national-secretariat":1,"15.provincial-secretariat":0,"15.national-pilot":0,"15.provincial-pilot":0}"#,
            "15"
        ),
        "各项合计 3.5 分，超过满分 3 分，计 3 分。"
    );
    // A rule without a cap promises no more than the indicator can give.
    assert_eq!(
        explained(&form(r#""answers":{}"#), "15").steps[0],
        "尚未填写“国际专业标准化技术委员会成员单位”，可得 0 至 3 分（每个 2 分）。"
    );
}

#[test]
fn counted_options() {
    step(
        "11",
        r#""answers":{"11.policies":["development","brand"]}"#,
        "已制定出台相关扶持政策的方面：勾选 2 项（质量发展、品牌），每项 1 分，共 2 分。未勾选：质量提升。",
    );
    step(
        "11",
        r#""answers":{"11.policies":[]}"#,
        "已制定出台相关扶持政策的方面：以上均无，每项 1 分，共 0 分。未勾选：质量发展、质量提升、品牌。",
    );
}

#[test]
fn brackets() {
    check(
        "14",
        r#""answers":{"14.international":0,"14.national-lead":1,"14.national-join":7}"#,
        &[
            "近三年主导或参与制定的国际标准：填 0 项，未达到最低一档，不得分（1 项及以上得 2 分）。",
            "近三年主导制定的国家标准：填 1 项，达到“1 项及以上”一档，得 0.5 分（2 项及以上得 1 分）。",
            "近三年参与制定或修订的国家标准（主导修订、参与修订都填在这里）：填 7 项，达到最高一档“3 项及以上”，得 0.5 分。",
            "尚未填写“近三年主导制定的省级地方标准”，可得 0 至 1 分（1 项及以上得 0.5 分，3 项及以上得 1 分）。",
        ],
        "合计 1 分（满分 4 分）；还有 0 至 1 分未定。",
    );
}

#[test]
fn missing_costs() {
    check(
        "21",
        r#""answers":{"21.plans":["food","drugs","environment","production-safety"]}"#,
        &[
            "已建立风险预警工作机制并制定质量安全风险应急预案的领域：5 项中缺 1 项（其他重点产品）；全有得 2 分，每缺一项扣 1 分，共扣 1 分，得 1 分。",
        ],
        "得 1 分（满分 2 分）。",
    );
    step(
        "21",
        r#""answers":{"21.plans":["food","drugs"]}"#,
        "已建立风险预警工作机制并制定质量安全风险应急预案的领域：5 项中缺 3 项（生产安全、环境、其他重点产品）；全有得 2 分，每缺一项扣 1 分，共扣 3 分，扣完为止，不得分。",
    );
    step(
        "21",
        r#""answers":{"21.plans":["production-safety","environment","food","drugs","key-products"]}"#,
        "已建立风险预警工作机制并制定质量安全风险应急预案的领域：5 项全部勾选，不扣分，得 2 分。",
    );
    step(
        "21",
        r#""answers":{}"#,
        "尚未填写“已建立风险预警工作机制并制定质量安全风险应急预案的领域”，可得 0 至 2 分（全有得 2 分，每缺一项扣 1 分，扣完为止）。",
    );
}

#[test]
fn tiers() {
    step(
        "31",
        r#""answers":{"31.coverage":"100"}"#,
        "药品监督检查覆盖率：填 100%，要求不低于 100%，符合，得 1 分。",
    );
    step(
        "31",
        r#""answers":{"31.coverage":"99.99"}"#,
        "药品监督检查覆盖率：填 99.99%，要求不低于 100%，不符合，不得分（达到要求得 1 分）。",
    );
    step(
        "31",
        r#""answers":{}"#,
        "药品监督检查覆盖率：尚未填写，要求不低于 100%，待定，可得 0 至 1 分（达到要求得 1 分）。",
    );
    step(
        "1",
        r#""answers":{"1.slogan":true,"1.document":false}"#,
        "①制定了特色的质量精神或质量发展宣传口号：填“是”，符合；②质量精神或口号在党委政府文件中有明确体现：填“否”，不符合。①②都符合得 2 分，否则不得分。现在不得分。",
    );
    let steps = explained(
        &form(
            r#""answers":{"18.integrity-policy":true,"18.integrity-activity":true,"18.demo-streets":2}"#,
        ),
        "18",
    )
    .steps;
    assert_eq!(
        steps[1],
        "①出台了诚信计量促进政策：填“是”，符合；②在民生领域开展了诚信计量示范活动：填“是”，符合；③市级诚信计量示范街、社区：填 2 处，要求不少于 1 处，符合；④诚信计量示范单位：尚未填写，要求不少于 100 家，待定。①②③④都符合得 1 分，①②都符合得 0.5 分，否则不得分。现在可得 0.5 至 1 分。"
    );
}

#[test]
fn efficacy_proved() {
    check(
        "35",
        r#""answers":{"35.services":"650","base.gdp":"1115.6"},"references":{"35.share":{"unacceptable":"30","satisfactory":"62.5"}}"#,
        &[
            "2021年服务业增加值：填 650 亿元；地区生产总值（2021年）：填 1115.6 亿元。服务业增加值占地区生产总值比重 = 650 ÷ 1115.6 × 100%，约为 58.264611%。不允许值 30%（本县填写），满意值 62.5%（本县填写）。功效系数 d = 60 + (100 − 60) × (58.264611 − 30) ÷ (62.5 − 30)，约为 94.7872。得分 = 3 × 94.7872 ÷ 100，约为 2.8436 分。",
        ],
        "约得 2.84 分（满分 3 分）。",
    );
    // Exact figures stand behind an equals sign.
    check(
        "26",
        r#""answers":{"26.handled":"97.5"}"#,
        &[
            "违法违规行为处置率：填 97.5%。不允许值 90%（默认值），满意值 100%（默认值）。功效系数 d = 60 + (100 − 60) × (97.5 − 90) ÷ (100 − 90) = 90。得分 = 2 × 90 ÷ 100 = 1.8 分。",
        ],
        "得 1.8 分（满分 2 分）。",
    );
    step(
        "33",
        r#""answers":{"33.bases":1},"references":{"33.bases":{"peers":["0","1","4","2"]}},"method":{"base":"0"}"#,
        "获得装配式建筑产业基地的数量：填 1 个。不允许值 0 个（同类地区数值的最差值），满意值 4 个（同类地区数值的最好值）。功效系数 d = 0 + (100 − 0) × (1 − 0) ÷ (4 − 0) = 25。得分 = 2 × 25 ÷ 100 = 0.5 分。",
    );
    step(
        "38",
        r#""answers":{"38.good-days":"65.5","38.pm25-improvement":"-2.5"},"references":{"38.air":{"unacceptable":"-5","satisfactory":"40"}}"#,
        "2021年优良天数比例：填 65.5%；2021年PM2.5浓度改善程度：填 -2.5%。环境空气质量加权值 = 0.4 × 65.5 + 0.6 × (-2.5) = 24.7%。不允许值 -5%（本县填写），满意值 40%（本县填写）。功效系数 d = 60 + (100 − 60) × (24.7 − (-5)) ÷ (40 − (-5)) = 86.4。得分 = 3 × 86.4 ÷ 100 = 2.592 分。",
    );
    let growth = explained(
        &form(
            r#""answers":{"10.quality-spend":"600","10.public-spend":"1000","10.quality-spend-prev":"500","10.public-spend-prev":"1000"},"references":{"10.share-change":{"unacceptable":"0","satisfactory":"40"}}"#,
        ),
        "10",
    );
    assert!(growth.steps[1].contains(
        "质量工作财政经费占比的年度变动幅度 = [(600 ÷ 1000) ÷ (500 ÷ 1000) − 1] × 100% = 20%。"
    ));
    assert_eq!(
        growth.notes.last().map(String::as_str),
        Some("功效系数法基础分取 60（可选 60、0）。")
    );
}

#[test]
fn efficacy_at_its_bounds() {
    // At or beyond the satisfactory value the other end does not matter.
    check(
        "28",
        r#""answers":{"28.supervision-funding":"120","base.population":"100"}"#,
        &[
            "2021年工业产品和消费品的质量监管经费：填 120 万元；常住人口（2021年）：填 100 万人。质量监管经费与常住人口之比 = 120 ÷ 100 = 1.2 元/人。已达到满意值 1 元/人（默认值），功效系数按 100 计，得 1 分。",
        ],
        "得 1 分（满分 1 分）。",
    );
    check(
        "26",
        r#""answers":{"26.handled":"89.9"}"#,
        &["违法违规行为处置率：填 89.9%。未达到 90%，不得分。"],
        "得 0 分（满分 2 分）。",
    );
    step(
        "37",
        r#""answers":{"37.energy-reduction":"-20"},"references":{"37.energy-reduction":{"unacceptable":"0","satisfactory":"4"}}"#,
        "2021年规模以上工业单位增加值能耗降低率：填 -20%。不允许值 0%（本县填写），满意值 4%（本县填写）。功效系数 d = 60 + (100 − 60) × ((-20) − 0) ÷ (4 − 0)，结果不大于 0，按 0 计，不得分。",
    );
}

#[test]
fn efficacy_unknown() {
    step(
        "35",
        r#""answers":{"35.services":"650"},"references":{"35.share":{"satisfactory":"62.5"}}"#,
        "2021年服务业增加值：填 650 亿元。还缺“地区生产总值（2021年）”，算不出服务业增加值占地区生产总值比重。不允许值未填，满意值 62.5%（本县填写）。未定之前可得 0 至 3 分。",
    );
    step(
        "39",
        r#""answers":{"39.hightech-share":"50"},"references":{"39.hightech-share":{"peers":["40","40"]}}"#,
        "2021年规上高新技术产业规模占规上工业总产值比重：填 50%。同类地区数值中不同的不足两个，定不出不允许值和满意值。未定之前可得 0 至 2 分。",
    );
    step(
        "33",
        r#""answers":{}"#,
        "尚未填写“获得装配式建筑产业基地的数量”。不允许值未填，满意值未填。未定之前可得 0 至 2 分。",
    );
    let zero = form(r#""answers":{"19.helped":12,"19.helped-prev":0}"#);
    assert_eq!(
        explained(&zero, "19").steps[1],
        "2021年质量管理体系认证提升行动帮扶的中小企业：填 12 家；2020年质量管理体系认证提升行动帮扶的中小企业：填 0 家。除数“2020年质量管理体系认证提升行动帮扶的中小企业”为 0，算不出帮扶中小企业数量增长率，可用自评调整处理。不允许值未填，满意值未填。未定之前可得 0 至 1 分。"
    );
    let large = form(r#""answers":{"41.technology-trade":"999999999","base.gdp":"0.0001"}"#);
    assert!(
        explained(&large, "41").steps[0].contains(
            "技术交易额占地区生产总值比重的计算结果超出正负 1000000000，请核对以上各数。"
        )
    );
}

#[test]
fn zeros_of_a_long_sum_are_counted() {
    let body = |second: u32| {
        format!(
            r#""answers":{{"42.national-first":0,"42.national-second":0,"42.provincial-first":0,"42.provincial-second":{second},"42.provincial-third":0,"42.national-first-joint":0,"42.national-second-joint":0,"42.provincial-first-joint":0,"42.provincial-second-joint":{second},"42.provincial-third-joint":0}},"references":{{"42.awards":{{"unacceptable":"0","satisfactory":"6"}}}}"#
        )
    };
    step(
        "42",
        &body(2),
        "近三年省级科技进步二等奖（第一承担单位）：填 2 项；近三年省级科技进步二等奖（非第一承担单位）：填 2 项；另有 8 项填 0。科技奖励加权得分 = 1 × 2 + 0.5 × 2 = 3 分。不允许值 0 分（本县填写），满意值 6 分（本县填写）。功效系数 d = 60 + (100 − 60) × (3 − 0) ÷ (6 − 0) = 80。得分 = 3 × 80 ÷ 100 = 2.4 分。",
    );
    step(
        "42",
        &body(0),
        "10 项填 0。科技奖励加权得分 = 0 分。不允许值 0 分（本县填写），满意值 6 分（本县填写）。功效系数 d = 60 + (100 − 60) × (0 − 0) ÷ (6 − 0) = 60。得分 = 3 × 60 ÷ 100 = 1.8 分。",
    );
}

#[test]
fn honours() {
    check(
        "43",
        r#""year":2022,"answers":{"43.honours":[
            {"title":"省长质量奖","recipient":"某某公司","level":"provincial","year":2016},
            {"title":"全国质量标杆","recipient":"某某公司","level":"national","year":2021},
            {"title":"全国质量标杆","recipient":"某某公司","level":"national","year":2021},
            {"title":"全国质量标杆","recipient":"某某公司","level":"provincial","year":2020},
            {"title":"全国质量标杆","recipient":"另一公司","level":"national","year":2018},
            {"title":" ","recipient":"某某公司","year":2021}]}"#,
        &[
            "第 1 行 省长质量奖（某某公司，省级，2016 年）：计 2 分（此奖项不限年份）。",
            "第 2 行 全国质量标杆（某某公司，国家级，2021 年）：计 3 分。",
            "第 3 行 全国质量标杆（某某公司，国家级，2021 年）：不计，与前面的行重复（同一荣誉、同一年份）。",
            "第 4 行 全国质量标杆（某某公司，省级，2020 年）：不计，同一荣誉已有更高级别。",
            "第 5 行 全国质量标杆（另一公司，国家级，2018 年）：不计，年份不在 2019 至 2021 年之内。",
            "第 6 行 名称未填（某某公司，级别未填，2021 年）：不计，未填名称、级别。",
            "国家级 1 项，每项 3 分；省级 1 项，每项 2 分；共 5 分（本项最高 9 分）。",
        ],
        "得 5 分（满分 9 分）。",
    );
    let four = |year: u32| {
        format!(r#"{{"title":"甲","recipient":"乙","level":"national","year":{year}}}"#)
    };
    let rows: Vec<String> = (2019..=2021).map(four).collect();
    let rows = rows.join(",");
    let other = rows.replace('甲', "丙");
    let steps =
        explained(&form(&format!(r#""answers":{{"43.honours":[{rows},{other}]}}"#)), "43").steps;
    assert_eq!(steps[6], "国家级 6 项，每项 3 分；共 18 分，本项最高 9 分，计 9 分。");
    step(
        "43",
        r#""answers":{"43.honours":[]}"#,
        "质量荣誉（中国质量奖、省长质量奖填历年，其他荣誉填近三年）：填“无”，不得分。",
    );
    check(
        "43",
        r#""answers":{"43.honours":[{}]}"#,
        &[
            "第 1 行 名称未填（获奖单位未填，级别未填，年份未填）：不计，未填名称、获奖单位、级别、年份。",
            "没有计分的行，不得分。",
        ],
        "得 0 分（满分 9 分）。",
    );
    step(
        "43",
        r#""answers":{}"#,
        "尚未填写“质量荣誉（中国质量奖、省长质量奖填历年，其他荣誉填近三年）”，可得 0 至 9 分（国家级每项 3 分、省级每项 2 分，最高 9 分）。",
    );
}

#[test]
fn adjustments() {
    let result = |body: &str, id: &str| explained(&form(body), id).result;
    assert_eq!(
        result(
            r#""answers":{"2.model":true},"adjustments":{"2":{"points":"1.5","reason":"模式尚未在全市推广。"}}"#,
            "2"
        ),
        "自评调整为 1.5 分，理由：模式尚未在全市推广；按规则计算为 2 分。"
    );
    assert_eq!(
        result(r#""adjustments":{"2":{"points":"0","reason":"无"}}"#, "2"),
        "自评调整为 0 分，理由：无；按规则计算为 0 至 2 分。"
    );
    assert_eq!(
        result(
            r#""answers":{"26.handled":"97.2"},"adjustments":{"26":{"points":"2","reason":"已补办"}}"#,
            "26"
        ),
        "自评调整为 2 分，理由：已补办；按规则计算为约 1.78 分。"
    );
}

#[test]
fn metric_lines() {
    let line = |body: &str, metric: &str| {
        let form = form(body);
        metric_line(&form.edition, &form.case, form.edition.metric(metric).expect("a metric"))
    };
    assert_eq!(
        line(r#""answers":{"35.services":"650","base.gdp":"1115.6"}"#, "35.share"),
        "服务业增加值占地区生产总值比重 58.26%"
    );
    assert_eq!(
        line(r#""answers":{"10.quality-spend":"286","10.public-spend":"452300"}"#, "10.share"),
        "质量工作财政经费占公共财政支出的比例 0.0632%"
    );
    assert_eq!(
        line(r#""answers":{"35.services":"650"}"#, "35.share"),
        "还缺：地区生产总值（2021年）"
    );
    assert_eq!(
        line(r#""answers":{}"#, "10.share-change"),
        "还缺：2022年质量工作财政经费、2022年公共财政支出等 4 项"
    );
    assert_eq!(
        line(r#""answers":{"19.helped":12,"19.helped-prev":0}"#, "19.growth"),
        "除数“2020年质量管理体系认证提升行动帮扶的中小企业”为 0，无法计算"
    );
    assert_eq!(
        line(
            r#""answers":{"41.technology-trade":"999999999","base.gdp":"0.0001"}"#,
            "41.trade-share"
        ),
        "计算结果超出正负 1000000000，请核对"
    );
}

#[test]
fn answers_as_text() {
    let check = |id: &str, json: &str, expected: &str| {
        let form = form(&format!(r#""answers":{{"{id}":{json}}}"#));
        let field = form.edition.field(id).expect("a field");
        let answer = form.case.answers.get(field).expect("an answer");
        assert_eq!(answer_text(&form.edition, field, answer), expected);
    };
    check("2.model", "true", "是");
    check("2.model", "false", "否");
    check("6.attended", r#""mayor""#, "县（市、区）长");
    check("11.policies", r#"["brand","development"]"#, "质量发展、品牌");
    check("11.policies", "[]", "以上均无");
    check("4.honor-city", "3", "3 次");
    check("26.handled", r#""96.50""#, "96.5%");
    check("base.gdp", r#""1115.6""#, "1115.6 亿元");
    check("37.energy-reduction", r#""-3.5""#, "-3.5%");
    check("43.honours", "[]", "无");
    check(
        "43.honours",
        r#"[{"title":"省长质量奖","recipient":"某某公司","level":"provincial","year":2016},{"title":"全国质量标杆","level":"national"}]"#,
        "省长质量奖（某某公司，省级，2016 年）；全国质量标杆（获奖单位未填，国家级，年份未填）",
    );
}

/// A rulebook of this test's own.
fn own(text: &str) -> &'static Rulebook {
    let rulebook = source::read(text).unwrap_or_else(|problem| panic!("{problem}"));
    Box::leak(Box::new(rulebook))
}

#[test]
fn tasks() {
    let rulebook = own(include_str!("../data/explain/tasks.toml"));
    let check = |id: &str, answers: &str, step: &str, state: &str| {
        let text = format!(
            r#"{{"format":"qiangxian.form","version":1,"rulebook":"tasks","answers":{{{answers}}}}}"#
        );
        let form = read_with(&text, |_| Some(rulebook)).expect("a form");
        let explanation = explained(&form, id);
        assert_eq!(explanation.steps, [step]);
        assert_eq!(explanation.result, format!("任务状态：{state}。"));
        assert!(explanation.notes.is_empty());
    };
    check("1", "", "尚未填写“完成情况”，按“未开始”计。", "未开始");
    check("1", r#""1.status":"in-progress""#, "完成情况：选“进行中”。", "进行中");
    check("1", r#""1.status":"met""#, "完成情况：选“已完成”。", "已达到要求");
    check(
        "2",
        "",
        "本市没有口岸：尚未填写，按“否”计。达标的口岸：尚未填写，要求不少于 1 个，待定。填齐后才能判断是否达到要求。",
        "未开始",
    );
    check("2", r#""2.no-port":true"#, "本市没有口岸：填“是”，本任务不适用，不计入。", "不适用");
    check(
        "2",
        r#""2.no-port":false,"2.ports":1"#,
        "本市没有口岸：填“否”，本任务适用。达标的口岸：填 1 个，要求不少于 1 个，符合。要求已全部达到。",
        "已达到要求",
    );
    check(
        "3",
        r#""3.filed":"80","3.rank":10"#,
        "①建档率：填 80%，要求大于 80%，不符合；②位次：填 10，要求在 1 至 10 之间，符合；③已录入系统：尚未填写，待定。要求尚未全部达到。",
        "进行中",
    );
}

#[test]
fn the_lower_the_better() {
    let rulebook = own(include_str!("../data/explain/falling.toml"));
    let check = |complaints: u32, expected: &str| {
        let text = format!(
            r#"{{"format":"qiangxian.form","version":1,"rulebook":"falling","answers":{{"1.complaints":{complaints}}},"references":{{"1.complaints":{{"peers":["40","30","10"]}}}}}}"#
        );
        let form = read_with(&text, |_| Some(rulebook)).expect("a form");
        let explanation = explained(&form, "1");
        assert_eq!(explanation.steps, [expected]);
        assert_eq!(explanation.notes, ["功效系数法基础分取 60。"]);
    };
    check(
        25,
        "投诉：填 25 件。不允许值 40 件（同类地区数值的最差值），满意值 10 件（同类地区数值的最好值）。功效系数 d = 60 + (100 − 60) × (25 − 40) ÷ (10 − 40) = 80。得分 = 4 × 80 ÷ 100 = 3.2 分。",
    );
    check(
        10,
        "投诉：填 10 件。已达到满意值 10 件（同类地区数值的最好值），功效系数按 100 计，得 4 分。",
    );
    check(51, "投诉：填 51 件。未达到 50 件，不得分。");
}

/// What a reader gets who types the printed figures into a calculator.
mod recomputed {
    use super::*;

    /// The number that a text begins with.
    fn leading(text: &str) -> f64 {
        let text = text.trim_start().trim_start_matches('(');
        let end =
            text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(text.len());
        text[..end].parse().unwrap_or_else(|_| panic!("no number in {text}"))
    }

    /// The texts after the separators, in order.
    fn between<'t>(mut text: &'t str, separators: &[&str]) -> Vec<&'t str> {
        separators
            .iter()
            .map(|separator| {
                text = text.split_once(separator).unwrap_or_else(|| panic!("{text}")).1;
                text
            })
            .collect()
    }

    /// The points that the figures of a proof's formula come to.
    fn points(step: &str) -> f64 {
        let parts = between(step, &["d = ", "× (", " − ", ") ÷ (", " − ", "得分 = "]);
        let [base, x, lo, hi, again, weight] = [0, 1, 2, 3, 4, 5].map(|at| leading(parts[at]));
        assert_eq!(lo, again, "{step}");
        let d = (base + (100.0 - base) * (x - lo) / (hi - lo)).clamp(0.0, 100.0);
        weight * d / 100.0
    }

    #[track_caller]
    fn check(metric: &str, answers: &str, lo: &str, hi: &str, base: &str) {
        let form = form(&format!(
            r#""answers":{{{answers}}},"method":{{"base":"{base}"}},"references":{{"{metric}":{{"unacceptable":"{lo}","satisfactory":"{hi}"}}}}"#
        ));
        let id = metric.split('.').next().unwrap_or_default();
        let card = form.scorecard();
        let at = form.edition.indicator(id).expect("an indicator").0 as usize;
        let explanation = explained(&form, id);
        let mut proved = 0;
        for (finding, step) in card.indicators[at].findings.iter().zip(&explanation.steps) {
            if !step.contains("得分 = ") {
                continue;
            }
            let exact: f64 = finding.gave.low.to_string().parse().expect("a number");
            assert!((points(step) - exact).abs() < 0.005, "{exact}: {step}");
            proved += 1;
        }
        assert!(proved > 0);
    }

    #[test]
    fn to_a_hundredth() {
        let services = r#""35.services":"650","base.gdp":"1115.6""#;
        check("35.share", services, "30", "62.5", "60");
        check("35.share", services, "30", "62.5", "0");
        check("35.share", services, "-7.3333333333", "58.3", "60");
        // Ends so close that six decimals of the metric would not do.
        check("35.share", services, "58.26461", "58.264612", "60");
        check("35.share", services, "58.2646", "58.265", "0");
        check(
            "28.per-capita",
            r#""28.supervision-funding":"70","base.population":"99.7""#,
            "0.3",
            "1.4",
            "60",
        );
        check("19.growth", r#""19.helped":37,"19.helped-prev":29"#, "-12.5", "33.3", "60");
        check("37.energy-reduction", r#""37.energy-reduction":"-1.2345""#, "-5", "3", "0");
        check("38.air", r#""38.good-days":"71.2","38.pm25-improvement":"-8.4""#, "-26", "36", "60");
        check(
            "10.share-change",
            r#""10.quality-spend":"2860","10.public-spend":"452300","10.quality-spend-prev":"2610","10.public-spend-prev":"438600""#,
            "-5",
            "10",
            "60",
        );
    }
}
