//! Words that take little room in a link, because names and notes of counties are
//! made of them.
//!
//! There are eight groups of 64 words; the words of a group are used together. A
//! link carries a word's place, so this table may never change.

/// Words in a group.
pub const GROUP: u32 = 64;
/// Groups.
pub const GROUPS: usize = 8;

/// The words of the table, in its order.
#[derive(Debug)]
pub struct Words(Vec<&'static str>);

impl Words {
    /// All words.
    pub fn all() -> Words {
        Words(WORDS.split_ascii_whitespace().collect())
    }

    /// The word at a place.
    pub fn word(&self, at: u32) -> Option<&'static str> {
        self.0.get(usize::try_from(at).ok()?).copied()
    }

    /// The longest word that a text begins with, and its place.
    pub fn longest(&self, text: &str) -> Option<(u32, &'static str)> {
        let words = (0..).zip(self.0.iter().copied());
        words.filter(|(_, word)| text.starts_with(word)).max_by_key(|(_, word)| word.len())
    }
}

const WORDS: &str = "
有限公司 股份有限公司 有限责任公司 集团有限公司 集团股份有限公司 科技有限公司 科技股份有限公司
集团 股份 公司 科技 山东 山东省 济南 济南市 青岛 烟台 潍坊 淄博 临沂 济宁 泰安 威海 日照 德州
聊城 滨州 菏泽 东营 枣庄 章丘 中国 市 区 县 省 建筑 建设 工程 机械 重工 工业 装备 制造 电子 电气
生物 医药 制药 药业 食品 化工 材料 新材料 纺织 汽车 钢铁 铝业 农业 酒业 环保 医院 学校 实业
华 鲁 泰 金 海 东 大 天 新 中 国 安 康 德 信 丰 源 达 盛 兴 龙 宏 瑞 恒 利 福 丽 明 光 星 阳 圣
泉 水 河 江 山 岛 石 油 玉 银 铁 钢 城 乡 镇 村 街 州 南 北 西 平 宁 昌 永 嘉 美 佳 好 力 和 宝
齐 岳 沂 蒙 济 青 淄 博 烟 威 潍 临 昆 仑 万 百 一 三 五 九 长 春 正 方 圆 通 联 合 同 远 高 飞
云 鹏 凤 祥 裕 荣 景 义 诚 仁 爱 众 创 智 慧 能 电 机 车 船 药 业 工 化 建 筑 材 木 林 农 牧 渔
食 粮 酒 茶 果 菜 肉 奶 盐 糖 面 纸 布 衣 鞋 家 居 陶 瓷 玻 璃 橡 胶 塑 轮 轴 承 阀 门 泵 管 线
缆 仪 表 器 械 设备 技术 实验室 研究院 研究所 大学 学院 中心 银行 保险 证券 投资 发展 控股 贸易
物流 交通 运输 地产 置业 旅游 文化 传媒 网络 信息 软件 数据
质量 工作 创建 方案 实施 实施方案 计划 文件 通知 关于 印发 意见 会议 纪要 区委 区政府 市委 市政府
县委 县政府 省政府 政府 人民政府 办公室 市场监管局 工信局 发改局 财政局 统计局 住建局 农业农村局
领导小组 〔 〕 号 年 月 日 的 ， 。 、 ； ： （ ） “ ” 《 》 第 强县 强区 质量强县 质量强区
质量强省 奖 政府质量奖 标准 标准化 计量 认证 检验检测 品牌
已 未 尚 待 有 无 是 否 在 为 与 及 或 等 对 按 由 从 至 到 后 前 内 上 下 本 该 各 全 全市 全区
全县 推广 完成 争取 申报 提供 证明 照片 扫描件 复印件 原件 台账 清单 报告 数据来源 年鉴 公报 统计
预算 决算 经费 资金 万元 亿元 情况 说明 汇总 核实 确认 补充 联系 负责 局
历城 历下 市中 天桥 槐荫 长清 莱芜 钢城 平阴 商河 济阳 市北 黄岛 崂山 城阳 即墨 胶州 平度 莱西
张店 临淄 周村 桓台 高青 沂源 滕州 广饶 利津 芝罘 福山 龙口 莱阳 莱州 招远 栖霞 海阳 奎文 寒亭
坊子 青州 诸城 寿光 安丘 高密 昌邑 临朐 任城 兖州 曲阜 邹城 岱岳 新泰 肥城 文登 荣成 乳山 岚山
兰山 罗庄 沂水 莒县 德城 禹城 阳信
不 人 之 以 可 要 会 个 们 地 出 也 得 就 多 生 自 学 家庭 产 品 用 行 服务 产品 管理 体系 企业
提升 示范 基地 平台 项目 省级 国家级 市级 次 项 件 名 单位 获得 提名奖 标杆 书记 区长 县长 市长
主任 副 书 主 持 参加 召开 活动 宣传 媒体 报道 两 二 四 六 七
";
