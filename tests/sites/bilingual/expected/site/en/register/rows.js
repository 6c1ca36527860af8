globalThis.bantinRows={"agencies":[["bo-cong-an","Ministry of Public Security","Bộ Công an"],["vpqh","Văn phòng Quốc hội"]],
"folders":[],
"names":[["Ministry of Public Security","bo-cong-an"],["Văn phòng Quốc hội","vpqh"]],
"types":["Regulation"],
"statuses":[["unknown","Signed – not known whether in force"]],
"facets":["year/2012","types/quy-che","fields/an-ninh","status/signed-not-known-whether-in-force","year/2020","fields/y-te"],
"days":[["2012-11-20","20 November 2012"],["2020-01-01","1 January 2020"]],
"rows":[
["hai","","Về việc khác","articles/2020/bai/",[0,1],0,1,[0,-1,-1,0],[4,1,5,3],[],"vi"],
["lien-nganh","","On working together","articles/2012/joint/",[0,1],0,0,[0,-1,-1,0],[0,1,2,3]]
]};
