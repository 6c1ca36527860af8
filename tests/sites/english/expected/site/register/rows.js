globalThis.bantinRows={"agencies":[["coast-guard","Coast Guard","Water Guard","CG"],["school-board","École Board"],["fisheries","Fisheries Board","Board of Fisheries"],["ministry","Ministry of Land and Sea","Bộ Đất và Biển"]],
"folders":["articles/2020","articles/2021"],
"names":[["Ministry of Land and Sea","ministry"],["École Board","school-board"],["Water Guard","coast-guard"],["Fisheries Board","fisheries"],["Coast Guard","coast-guard"]],
"types":["Memorandum of understanding","Accord"],
"statuses":[["unknown","Signed – not known whether in force"],["in_force","In force"]],
"facets":["year/unknown","types/memorandum","fields/schools","status/signed-not-known-whether-in-force","year/2019","types/accord","fields/coast","status/in-force","year/2020","year/2021"],
"days":[["XXXX-02-29?","29 February (year unknown) (uncertain)"],["2019-02~","about February 2019"],["2019-04-01","1 April 2019"],["2020-05-06","6 May 2020"],["2021","2021"]],
"rows":[
["with-photos","","Memorandum on school trips",1,[0,1,3],0,4,[0,-1,-1,0],[9,1,2,6,3]],
["fishing","","Second accord on fishing",0,[4,3],1,3,[0,-1,-1,0],[8,5,6,3],[],"en-GB"],
["accord-1","1/ACC","Accord on fishing","articles/2019/water-guard/",[2,3],1,1,[1,2,-1,0],[4,5,6,7]],
["someday","","Memorandum","articles/undated/some-day/",[0,1],0,0,[0,-1,-1,0],[0,1,2,3]]
]};
