"""Readings that the phrase data of pypinyin lacks or has wrong, each group with its reason.

This table is for words. A single character whose reading depends on its neighbours (为, 得, 地 …) is read in
:mod:`build_scripts.annotate.context`. To add a word, put it in the group whose reason fits, syllables
with tone marks (none: neutral tone), and add a case to ``tests/annotate/readings.txt``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Words that are corrected for one ``reason``: lines of a word and its syllables."""

    reason: str
    words: str


GROUPS: tuple[Group, ...] = (
    Group(
        "长 is cháng (long) in these names, and zhǎng (head) in 乡长, which the phrase data has as cháng",
        """
        长垣 cháng yuán
        长治 cháng zhì
        乡长 xiāng zhǎng
        副乡长 fù xiāng zhǎng""",
    ),
    Group(
        "重 is chóng where something is done again or is manifold",
        """
        重塑 chóng sù
        重整 chóng zhěng
        重振 chóng zhèn
        重拾 chóng shí
        重构 chóng gòu
        重焕 chóng huàn
        多重 duō chóng""",
    ),
    Group(
        "种 is the verb zhòng (to plant) here, not the noun zhǒng (seed, kind)",
        """
        种养 zhòng yǎng
        种粮 zhòng liáng
        种茶 zhòng chá
        种果 zhòng guǒ
        种药 zhòng yào
        种烟 zhòng yān
        种桑 zhòng sāng
        种草 zhòng cǎo
        种稻 zhòng dào
        种好 zhòng hǎo
        种上 zhòng shàng
        种下 zhòng xià
        种满 zhòng mǎn
        轮种 lún zhòng
        抢种 qiǎng zhòng""",
    ),
    Group(
        "干 is gān (dry) as the result of drying, not gàn",
        """
        晒干 shài gān
        鱼干 yú gān
        豆干 dòu gān
        笋干 sǔn gān
        菜干 cài gān
        果干 guǒ gān""",
    ),
    Group(
        "为 before what something is or is done for is the verb wéi; 为 at the end of a word: see inner.py",
        """
        为例 wéi lì
        为辅 wéi fǔ
        为先 wéi xiān
        为本 wéi běn
        为重 wéi zhòng
        为荣 wéi róng
        以人为本 yǐ rén wéi běn
        为我所用 wéi wǒ suǒ yòng""",
    ),
    Group("为 is the preposition wèi (for)", "为人民服务 wèi rén mín fú wù"),
    Group(
        "尽 is jìn (to the full) here; jǐn only in 尽量 尽快 尽早 尽管 尽可能",
        """
        应保尽保 yīng bǎo jìn bǎo
        应收尽收 yīng shōu jìn shōu
        应检尽检 yīng jiǎn jìn jiǎn
        应纳尽纳 yīng nà jìn nà
        应兜尽兜 yīng dōu jìn dōu
        应扶尽扶 yīng fú jìn fú
        应助尽助 yīng zhù jìn zhù
        应报尽报 yīng bào jìn bào
        应尽 yīng jìn""",
    ),
    Group(
        "还 is huán (to give back)",
        """
        还款 huán kuǎn
        还林 huán lín
        还湖 huán hú
        还草 huán cǎo
        还田 huán tián
        还债 huán zhài
        还乡 huán xiāng
        还给 huán gěi""",
    ),
    Group(
        "调 is tiáo where something is set higher or lower; diào where people are moved",
        """
        上调 shàng tiáo
        调低 tiáo dī
        调高 tiáo gāo
        调优 tiáo yōu
        调处 tiáo chǔ
        回调 huí tiáo""",
    ),
    Group(
        "着 is zhuó in these verbs, not the particle",
        """
        着地 zhuó dì
        着实 zhuó shí
        身着 shēn zhuó""",
    ),
    Group(
        "处 is chǔ as a verb (to be in, to deal with)",
        """
        身处 shēn chǔ
        处在 chǔ zài
        位处 wèi chǔ
        处好 chǔ hǎo""",
    ),
    Group(
        "行 is háng in the names of banks and trades",
        """
        支行 zhī háng
        农行 nóng háng
        行当 háng dang""",
    ),
    Group("中 is zhòng: to be chosen", "中选 zhòng xuǎn"),
    Group("累 is léi: heavy with fruit", "累累 léi léi\n硕果累累 shuò guǒ léi léi"),
    Group("难 is nàn: distress", "排难 pái nàn"),
    Group(
        "散 is sǎn where things are loose, sàn where they are scattered; 发 is fā",
        """
        散养 sǎn yǎng
        散落 sǎn luò
        散发 sàn fā""",
    ),
    Group(
        "圈 and 舍 are juàn and shè where animals are kept",
        """
        圈舍 juàn shè
        圈养 juàn yǎng
        猪圈 zhū juàn
        猪舍 zhū shè
        牛舍 niú shè
        羊舍 yáng shè
        鸡舍 jī shè
        农舍 nóng shè
        栏舍 lán shè""",
    ),
    Group(
        "铺, 供, 差, 号, 卷, 转, 似 have the other reading in these words",
        """
        铺开 pū kāi
        供养 gōng yǎng
        差旅 chāi lǚ
        号召 hào zhào
        问卷 wèn juàn
        运转 yùn zhuǎn
        打着 dǎ zhe
        似 sì""",
    ),
    Group(
        "子 keeps its tone in terms of science and where it means a person; elsewhere it is neutral",
        """
        电子 diàn zǐ
        原子 yuán zǐ
        男子 nán zǐ
        游子 yóu zǐ
        子 zǐ
        妻子 qī zi""",
    ),
    Group(
        "place names with a reading of their own",
        """
        耒阳 lěi yáng
        郴州 chēn zhōu
        溆浦 xù pǔ
        醴陵 lǐ líng
        渌口 lù kǒu
        枞阳 zōng yáng
        洪洞 hóng tóng
        六安 lù ān
        任县 rén xiàn
        任丘 rén qiū
        单县 shàn xiàn
        华山 huà shān
        华阴 huà yīn
        乐陵 lào líng
        浚县 xùn xiàn
        中牟 zhōng mù
        大城 dài chéng
        涡阳 guō yáng
        监利 jiàn lì
        新晃 xīn huǎng
        会同 huì tóng""",
    ),
    Group(
        "single characters: the reading of the word they are most often, where the data has another",
        """
        尽 jìn
        薄 bó
        铺 pū
        脏 zāng
        载 zài
        长 cháng
        地 dì
        得 dé""",
    ),
    Group(
        "a neutral last syllable that the phrase data writes with its full tone",
        """
        任务 rèn wu
        朋友 péng you
        先生 xiān sheng
        事情 shì qing
        明白 míng bai
        清楚 qīng chu
        漂亮 piào liang
        舒服 shū fu
        认识 rèn shi
        关系 guān xi
        休息 xiū xi
        学生 xué sheng
        消息 xiāo xi
        师傅 shī fu
        姑娘 gū niang
        媳妇 xí fu
        丈夫 zhàng fu
        告诉 gào su
        商量 shāng liang
        打听 dǎ ting
        麻烦 má fan
        热闹 rè nao
        凉快 liáng kuai
        衣服 yī fu
        庄稼 zhuāng jia
        粮食 liáng shi
        牲口 shēng kou
        豆腐 dòu fu
        收拾 shōu shi
        知识 zhī shi
        招呼 zhāo hu
        生意 shēng yi
        月亮 yuè liang
        眼睛 yǎn jing
        耳朵 ěr duo
        爸爸 bà ba
        妈妈 mā ma
        哥哥 gē ge
        姐姐 jiě jie
        爷爷 yé ye
        奶奶 nǎi nai
        叔叔 shū shu
        亲戚 qīn qi
        谢谢 xiè xie
        踏实 tā shi
        扎实 zhā shi
        扎扎实实 zhā zhā shí shí
        踏踏实实 tā tā shí shí
        规矩 guī ju
        结实 jiē shi
        老实 lǎo shi
        大夫 dài fu
        包袱 bāo fu
        帮手 bāng shou
        称呼 chēng hu
        耽误 dān wu
        故事 gù shi
        护士 hù shi
        活泼 huó po
        口袋 kǒu dai
        毛病 máo bing
        棉花 mián hua
        名字 míng zi
        蘑菇 mó gu
        脑袋 nǎo dai
        晚上 wǎn shang
        早上 zǎo shang
        喜欢 xǐ huan
        笑话 xiào hua
        心思 xīn si
        养活 yǎng huo
        应酬 yìng chou
        张罗 zhāng luo
        招牌 zhāo pai
        主意 zhǔ yi
        队伍 duì wu
        功夫 gōng fu
        买卖 mǎi mai
        利索 lì suo
        娃娃 wá wa
        收成 shōu cheng
        时候 shí hou""",
    ),
)


def _table() -> dict[str, tuple[str, ...]]:
    """Every word of the groups with its syllables, one for each character."""
    table: dict[str, tuple[str, ...]] = {}
    for group in GROUPS:
        for line in group.words.strip().splitlines():
            word, *syllables = line.split()
            table[word] = tuple(syllables)
    return table


READINGS: dict[str, tuple[str, ...]] = _table()
"""Word → one syllable a character."""

PROPER: dict[str, str] = {
    "中共": "Zhōnggòng",
    "中华": "Zhōnghuá",
    "中华民族": "Zhōnghuá mínzú",
    "中国共产党": "Zhōngguó Gòngchǎndǎng",
    "中共中央": "Zhōnggòng Zhōngyāng",
    "习近平": "Xí Jìnpíng",
    "毛泽东": "Máo Zédōng",
    "邓小平": "Dèng Xiǎopíng",
    "马克思": "Mǎkèsī",
    "列宁": "Lièníng",
    "长江": "Cháng Jiāng",
    "黄河": "Huáng Hé",
    "湘江": "Xiāng Jiāng",
    "沅江": "Yuán Jiāng",
    "资江": "Zī Jiāng",
    "洞庭湖": "Dòngtíng Hú",
    "华山": "Huà Shān",
    "衡山": "Héng Shān",
    "枫桥": "Fēngqiáo",
    "国庆": "Guóqìng",
    "国庆节": "Guóqìng Jié",
    "春节": "Chūnjié",
    "清明节": "Qīngmíng Jié",
    "端午节": "Duānwǔ Jié",
    "中秋节": "Zhōngqiū Jié",
    "新华社": "Xīnhuáshè",
    "人民日报": "Rénmín Rìbào",
    "湖南日报": "Húnán Rìbào",
    "红军": "Hóngjūn",
    "长征": "Chángzhēng",
    "汉语": "Hànyǔ",
    "汉族": "Hànzú",
    "苗族": "Miáozú",
    "侗族": "Dòngzú",
    "土家族": "Tǔjiāzú",
    "瑶族": "Yáozú",
    "湘雅": "Xiāngyǎ",
    "湘雅医院": "Xiāngyǎ Yīyuàn",
    "清华大学": "Qīnghuá Dàxué",
    "北京大学": "Běijīng Dàxué",
    "中南大学": "Zhōngnán Dàxué",
    "湘": "Xiāng",
}
"""Proper nouns that are no places and no persons recognised by their form, spelled out (GB/T 16159 6.2)."""

SURNAMES: dict[str, str] = {
    "任": "rén",
    "单": "shàn",
    "华": "huà",
    "查": "zhā",
    "仇": "qiú",
    "解": "xiè",
    "区": "ōu",
    "曾": "zēng",
    "盖": "gě",
    "朴": "piáo",
    "乐": "yuè",
    "缪": "miào",
    "冼": "xiǎn",
    "覃": "qín",
}
"""Characters that have another reading as a surname. 覃 is Qín in Hunan, where these reports come from."""
