"""Pages in the usual styles of citing, each with what its citations mean.

Every page is right as it stands; `test_citation_mutations.py` breaks it in one place
after another.
"""
# ruff: noqa: E501 -- a case is read best on one line

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """A listed work: the opening of its entry's line, its first author, its year, and
    every citation of it as a finding would show it."""

    entry: str
    author: str
    year: str
    citations: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    name: str
    suffix: str
    text: str
    works: tuple[Work, ...]


APA = Page("apa", ".md", """\
# Sleep and mood

Poor sleep and low mood feed each other (Lind & Ito, 2019). In a later trial, CBT for insomnia
eased both (Okafor et al., 2020, p. 14). Marlowe (2018) asks for longer studies, as do others
(see Lind & Ito, 2019; Reyes, 2015a, for reviews).

A 2020 trial in *Behaviour Research and Therapy* tested an app as well (Okafor et al., 2020).
Beck's (1976) model is still taught. Depression is common (World Health Organization [WHO], 2023),
and getting commoner (WHO, 2023).

## References

- Beck, A. T. (1976). *Cognitive therapy and the emotional disorders*. International Universities Press.
- Lind, A., & Ito, K. (2019). Sleep and mood. *Journal of Affective Disorders, 4*(2), 1-9.
- Marlowe, J. (2018). What trials leave out. *Psychological Medicine, 48*, 12-20.
- Okafor, B., Klein, R., & Sousa, M. (2020). Sleep by app. *Behaviour Research and Therapy, 12*, 3-17.
- Reyes, T. (2015a). Twenty reviews of insomnia. *Sleep Medicine Reviews, 19*, 33-41.
- Reyes, T. (2015b). Naps. *Sleep Medicine Reviews, 19*, 52-60.
- World Health Organization. (2023). *Depressive disorder*. https://www.who.int/news-room/fact-sheets

Reyes returned to naps later that year (Reyes, 2015b).
""", (
    Work("Beck, A. T.", "Beck", "1976", ("Beck's (1976)",)),
    Work("Lind, A.,", "Lind", "2019", ("(Lind & Ito, 2019)", "Lind & Ito, 2019")),
    Work("Marlowe, J.", "Marlowe", "2018", ("Marlowe (2018)",)),
    Work("Okafor, B.,", "Okafor", "2020", ("(Okafor et al., 2020, p. 14)", "(Okafor et al., 2020)")),
    Work("World Health Organization.", "World", "2023",
         ("(World Health Organization [WHO], 2023)", "(WHO, 2023)")),
))  # fmt: skip

HARVARD = Page("harvard", ".txt", """\
How Grief Changes
Most people find a way to live with a loss (Bonanno and Kaltman 2001). Stroebe and Schut (1999)
described it as a movement back and forth. Talking early did little for people who were coping
(Currier et al. 2008: 650).
In one trial, targeted sessions helped more than general ones did (Shear, Wang and Reynolds, 2014).

References
Bonanno, G. and Kaltman, S. (2001) 'The varieties of grief experience', Clinical Psychology Review, 21(5), pp. 705-734.
Currier, J., Neimeyer, R. and Berman, J. (2008) 'The effectiveness of psychotherapy for the bereaved', Psychological Bulletin, 134(5), pp. 648-661.
Shear, K., Wang, Y. and Reynolds, C. (2014) 'Treatment of complicated grief', JAMA Psychiatry, 71(11), pp. 1287-1295.
Stroebe, M. and Schut, H. (1999) 'The dual process model', Death Studies, 23(3), pp. 197-224.
""", (
    Work("Bonanno, G.", "Bonanno", "2001", ("(Bonanno and Kaltman 2001)",)),
    Work("Currier, J.,", "Currier", "2008", ("(Currier et al. 2008: 650)",)),
    Work("Shear, K.,", "Shear", "2014", ("(Shear, Wang and Reynolds, 2014)",)),
    Work("Stroebe, M.", "Stroebe", "1999", ("Stroebe and Schut (1999)",)),
))  # fmt: skip

CHICAGO = Page("chicago", ".md", """\
Attachment styles can shift over a life (Fraley and Roberts 2005, 62). Some put it down to
partners (Hazan, Campa, and Gur-Yaish 2006). Levy et al. (2018) found that therapy can help.

**Works Cited**

Fraley, R. Chris, and Brent W. Roberts. 2005. “Patterns of Continuity.” *Psychological Review* 112 (1): 60–74.

Hazan, Cindy, Mary Campa, and Nurit Gur-Yaish. 2006. “What Is Adult Attachment?” In *Dynamics of Romantic Love*, 47–70. New York: Guilford.

Levy, Kenneth N., Julia Johnson, Tracy Clouthier, and Wesley Scala. 2018. “Attachment in Psychotherapy.” *Journal of Clinical Psychology* 74 (11): 1996–2013.
""", (
    Work("Fraley, R. Chris", "Fraley", "2005", ("(Fraley and Roberts 2005, 62)",)),
    Work("Hazan, Cindy", "Hazan", "2006", ("(Hazan, Campa, and Gur-Yaish 2006)",)),
    Work("Levy, Kenneth", "Levy", "2018", ("Levy et al. (2018)",)),
))  # fmt: skip

PARTICLES = Page("particles", ".html", """\
<h1>Trauma and the body</h1>
<p>Neurofeedback was tried with 52 people (van der Kolk et&nbsp;al., 2016). De Boer &amp; O’Brien
(2017) report no gain. Among migrants the picture differs (García Márquez &amp; Núñez, 2021;
Nguyen et al., 2019).</p>
<p>Smith-Jones and colleagues (2013) followed 80 couples. Åström’s (2011) survey is older.</p>
<h3>Sources</h3>
<ul>
<li>Åström, L. (2011). Loneliness in the north. <i>Scandinavian Journal of Psychology, 52</i>, 12–19.</li>
<li>de Boer, J., &amp; O'Brien, P. (2017). No gain. <i>Brain Stimulation, 10</i>, 4–9.</li>
<li>García-Márquez, L., &amp; Nunez, P. (2021). Duelo. <i>Death Studies, 45</i>, 1–11.</li>
<li>Nguyễn, T., Trần, H., &amp; Lê, V. (2019). Far from home. <i>World Psychiatry, 18</i>, 30–38.</li>
<li>Smith-Jones, A.-M., Low, P., &amp; Wu, X. (2013). Eighty couples. <i>Family Process, 52</i>, 20–31.</li>
<li>van der Kolk, B. A., et al. (2016). Neurofeedback for PTSD. <i>PLoS ONE, 11</i>(12), e0166752.</li>
</ul>
""", (
    Work("<li>Åström, L.", "Åström", "2011", ("Åström’s (2011)",)),
    Work("<li>de Boer, J.", "Boer", "2017", ("De Boer & O’Brien (2017)",)),
    Work("<li>García-Márquez", "Márquez", "2021", ("García Márquez & Núñez, 2021",)),
    Work("<li>Nguyễn", "Nguyễn", "2019", ("Nguyen et al., 2019",)),
    Work("<li>Smith-Jones", "Jones", "2013", ("Smith-Jones and colleagues (2013)",)),
    Work("<li>van der Kolk", "Kolk", "2016", ("(van der Kolk et al., 2016)",)),
))  # fmt: skip

ORGANISATIONS = Page("organisations", ".md", """\
The National Institute for Health and Care Excellence (NICE) recommends therapy first (NICE, 2022).
The Food and Drug Administration (2018) warns about young people. Figures from the Food
Standards Agency (FSA, 2023) are lower, and those of the American College of Obstetricians and
Gynecologists (ACOG) are older (ACOG, 2015). Adolescents differ ("Teens Online," 2018).

### Our sources:

American College of Obstetricians and Gynecologists. (2015). *Screening for perinatal depression*.

Food Standards Agency [FSA]. (2023). *Cannabidiol: advice for consumers*.

National Institute for Health and Care Excellence. (2022). *Depression in adults* (NG222).

Teens online: What parents see. (2018). https://www.pewresearch.org/internet/teens-online

Food and Drug Administration. (2018). *Suicidality in young people treated with antidepressants*.
""", (
    Work("American College", "American", "2015", ("(ACOG, 2015)",)),
    Work("Food Standards", "Standards", "2023", ("(FSA, 2023)",)),
    Work("National Institute", "Institute", "2022", ("(NICE, 2022)",)),
    Work("Teens online", "Teens", "2018", ('("Teens Online," 2018)',)),
    Work("Food and Drug", "Food", "2018", ("Food and Drug Administration (2018)",)),
))  # fmt: skip

MLA = Page("mla", ".md", """\
The eight phases are set out by their author (Shapiro, 2018), and Pagani (2012) shows them at work.
Not everybody agrees (Herbert and Lilienfeld, 2000).

## Works Cited

Herbert, James, and Scott Lilienfeld. "Science and Pseudoscience." *Clinical Psychology Review*, vol. 20, no. 8, 2000, pp. 945-71.

Pagani, Marco. "Neurobiology of EMDR." *PLOS ONE*, vol. 7, no. 9, 2012.

Shapiro, Francine. *Eye Movement Desensitization and Reprocessing*. 3rd ed., Guilford, 2018.
""", (
    Work("Herbert, James", "Herbert", "2000", ("(Herbert and Lilienfeld, 2000)",)),
    Work("Pagani, Marco", "Pagani", "2012", ("Pagani (2012)",)),
    Work("Shapiro, Francine", "Shapiro", "2018", ("(Shapiro, 2018)",)),
))  # fmt: skip

DATED = (APA, HARVARD, CHICAGO, PARTICLES, ORGANISATIONS, MLA)

#: Numbered pages: name, suffix, text, the citations of the last entry, the last entry's opening.
VANCOUVER = Page("vancouver", ".md", """\
In pooled trials the treatment did better than a waiting list [1]. Later work agrees [1-3], though
one group found no difference [2,4]. A 2019 trial in the *Journal of Affective Disorders* [3] was small.

## References

1. Brunoni AR, Chaimani A, Moffa AH, et al. Stimulation for depression. *JAMA Psychiatry.* 2017;74(2):143-152.
2. Dunner DL, Aaronson ST. A naturalistic study. *J Clin Psychiatry.* 2014;75(12):1394-1401.
3. Lind A, Ito K. Sleep and mood. *J Affect Disord.* 2019;4:1-9.
4. National Institute for Health and Care Excellence. Guidance IPG542. 2015.
""", (Work("4. National", "", "", ("[2,4]",)),))  # fmt: skip

RAISED = Page("raised", ".html", """\
<p>Most officers do not develop PTSD.<sup><a href="#r1">[1]</a></sup> Two therapies are
recommended,<sup><a href="#r2">2</a></sup> and few trials were done with police.<sup>1&ndash;3</sup></p>
<h2>References</h2>
<ol>
<li id="r1">Syed S, Ashwick R, Schlosser M. Global prevalence. <i>Occup Environ Med</i>. 2020;77:737&ndash;47.</li>
<li id="r2">National Institute for Health and Care Excellence. PTSD (NG116). 2018.</li>
<li id="r3">Haugen PT, Evces M, Weiss DS. First responders. <i>Clin Psychol Rev</i>. 2012;32:370&ndash;80.</li>
</ol>
<p>&copy; 2025 Harbour Clinic, open since 2011.</p>
""", (Work('<li id="r3">', "", "", ("1–3",)),))  # fmt: skip

SUPERSCRIPT = Page("superscript", ".txt", """\
Grief is not an illness.¹ Most people need no treatment², and early counselling did little.³
The room is 20 m² large.

References:
1. Bonanno G. The other side of sadness. Basic Books; 2009.
2. Jordan J, Neimeyer R. Does grief counseling work? Death Stud. 2003;27:765-86.
3. Currier J. The effectiveness of psychotherapy. Psychol Bull. 2008;134:648-61.
""", (Work("3. Currier", "", "", ("³",)),))  # fmt: skip

NUMBERED = (VANCOUVER, RAISED, SUPERSCRIPT)

FOOTNOTES = Page("footnotes", ".md", """\
Talking helps some people.[^talk] Others prefer company.[^2] Both are fine.[^talk]

[^talk]: Jordan JR, Neimeyer RA. Does grief counseling work? *Death Studies* 2003;27(9):765-786.
[^2]: Stroebe M, Schut H. Cautioning professionals. *Omega* 2017;74(4):455-473.
""", (
    Work("[^talk]:", "", "", ("[^talk]", "[^talk]")),
    Work("[^2]:", "", "", ("[^2]",)),
))  # fmt: skip

LINKED = Page("linked", ".md", """\
In one trial both groups improved ([Song and others, 2023](https://doi.org/10.2196/46052)). See
also [NICE guideline NG222](https://www.nice.org.uk/guidance/ng222) and [how we work](/about).

## Sources

- NICE (2022) Depression in adults: treatment and management (NG222).
- Song J, Litvin B, Allred R, et al. (2023) Comparing message-based psychotherapy. *J Med Internet Res* 25.
""", ())  # fmt: skip

PANDOC = Page("pandoc", ".md", """\
---
title: Sleep
references:
  - id: lind2019
    title: Sleep and mood
    author: Lind, A.
    year: 2019
  - id: okafor2020
    title: Apps
    author: Okafor, B.
    year: 2020
---

Sleep matters [@lind2019, p. 4]. As @okafor2020 found, apps differ. Write to care@example.org.
""", ())  # fmt: skip

ALL = (*DATED, *NUMBERED, FOOTNOTES, LINKED, PANDOC)
