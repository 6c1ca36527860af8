globalThis.bantinRows={"agencies":[["a","Agency A","Cơ quan A"],["b","Agency B","Cơ quan B"]],
"folders":["register/2023","articles/2024"],
"names":[["Agency A","a"],["Agency B","b"]],
"types":["Regulation"],
"statuses":[["unknown","Signed – not known whether in force"]],
"facets":["year/2023","types/quy-che","fields/y-te","status/signed-not-known-whether-in-force","year/2024"],
"days":[["2023-04-01","1 April 2023"],["2024-03-01","1 March 2024"],["2024-04-01","1 April 2024"]],
"rows":[
["thieu","","Về việc khác",1,[0,1],0,2,[0,-1,-1,0],[4,1,2,3],["",""],"vi"],
["du","","On clean water",1,[0,1],0,1,[0,-1,-1,0],[4,1,2,3],[["2024-12","December 2024"],12500]],
["rieng","","Về hồ sơ riêng",0,[0,1],0,0,[0,-1,-1,0],[0,1,2,3],["",""],"vi"]
]};
